import { afterEach, beforeEach, expect, test } from 'vitest';
import { csv } from '../people/support.ts';
import type { Families } from './support.ts';
import { importTable, openFamilies } from './support.ts';

let families: Families;
beforeEach(async () => {
  families = await openFamilies();
});
afterEach(() => families.office.close());

const call: Families['office']['call'] = (...args) => families.office.call(...args);
const titles = 'ФИО родителя;Логин;Пароль;ФИО ученика;Класс';
const students = 'Фамилия;Имя;Отчество;Логин;Пароль;Класс';

const planRows = async (...lines: readonly string[]) => {
  const file = await csv(families.office, ...lines);
  const { plan, ...preview } = await call('credentials.previewImport', { file });
  const { rows } = await call('credentials.listPlanRows', { plan });
  return { plan, preview, rows };
};

const list = async (search = '') => (await call('credentials.list', { search })).rows;

test('a guardian of two children with one login has one credential with both', async () => {
  const lines = [
    titles,
    'Ёлкина Мария Игоревна;mama;п1;Ёлкина Анна Петровна;2А',
    'Ёлкина Мария Игоревна;mama;п1;Ёлкин Пётр Петрович;8Б',
  ];
  const { counts } = await importTable(families.office, lines);
  expect(counts).toMatchObject({ new: 2, rejected: 0 });
  const [only, ...rest] = await list();
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ login: 'mama', className: '2А, 8Б' });
  expect((await importTable(families.office, lines)).counts).toMatchObject({ new: 0, same: 2 });
});

test('different logins for different children are different credentials', async () => {
  await importTable(families.office, [
    titles,
    'Ёлкина Мария Игоревна;mama1;п1;Ёлкина Анна Петровна;2А',
    'Ёлкина Мария Игоревна;mama2;п2;Ёлкин Пётр Петрович;8Б',
  ]);
  expect((await list()).map(({ login, className }) => [login, className])).toEqual([
    ['mama1', '2А'],
    ['mama2', '8Б'],
  ]);
});

test('ё/е alone is asked, and one consent answers all such questions', async () => {
  const lines = [students, 'Елкина;Анна;Петровна;anna;п1;2А', 'Елкин;Петр;Петрович;petr;п2;8Б'];
  const { plan, preview, rows } = await planRows(...lines);
  expect(preview).toMatchObject({ counts: { questions: 2 }, spellingOnly: 2 });
  expect(rows.map(({ code, candidates }) => [code, candidates.length])).toEqual([
    ['spelling', 1],
    ['spelling', 1],
  ]);
  const { counts } = await call('credentials.commitImport', { plan, acceptSpelling: true });
  expect(counts).toMatchObject({ new: 2, skipped: 0 });
  expect((await planRows(...lines)).preview.counts).toMatchObject({ same: 2, questions: 0 });
});

test('another class is not a matter of spelling; an unknown person may be chosen by hand', async () => {
  const { plan, rows } = await planRows(
    students,
    'Ёлкина;Анна;Петровна;anna;п1;3А',
    'Петров;Иван;;petrov;п2;8Б',
  );
  expect(rows.map(({ code }) => code)).toEqual(['class-differs', 'person-unknown']);
  const input = { plan, acceptSpelling: true };
  const refused = await families.office.refusal('credentials.commitImport', input);
  expect(refused).toMatchObject({ code: 'questions-open', fields: [{}, {}] });
  const [first, second] = rows.map(({ key }) => key);
  const both = { [first ?? '']: families.young, [second ?? '']: families.young };
  const shared = await families.office.refusal('credentials.commitImport', {
    plan,
    answers: both,
  });
  expect(shared.code).toBe('answer-invalid');
  const answers = { [first ?? '']: 'skip' as const, [second ?? '']: families.elder };
  const { counts } = await call('credentials.commitImport', { plan, answers });
  expect(counts).toMatchObject({ new: 1, skipped: 1 });
  expect(await list()).toMatchObject([{ login: 'petrov', ownerId: families.elder }]);
});

test('a new password is a re-issue; the same file after the wipe is the same', async () => {
  const line = 'Ёлкин;Пётр;Петрович;petr;';
  await importTable(families.office, [students, `${line}старый-1;8Б`]);
  const [row] = await list();
  const id = row?.id ?? 0;
  await call('credentials.issue', {
    ids: [id],
    receivedBy: 'student',
    receiverId: families.elder,
    signed: true,
  });
  const same = await importTable(families.office, [students, `${line}старый-1;8Б`]);
  expect(same.counts).toMatchObject({ same: 1, changed: 0 });
  const { rows } = await planRows(students, `${line}новый-2;8Б`);
  expect(rows).toMatchObject([
    { status: 'changed', changes: [{ title: 'Пароль', was: '•••', becomes: '••• (новый)' }] },
  ]);
  const changed = await importTable(families.office, [students, `${line}новый-2;8Б`]);
  expect(await call('credentials.get', { id })).toMatchObject({ state: 'new', hasSecret: true });
  expect((await call('credentials.reveal', { id })).secret).toBe('новый-2');
  await call('audit.undo', { id: changed.auditId });
  expect(await call('credentials.get', { id })).toMatchObject({
    state: 'issued',
    hasSecret: false,
  });
  // The password went with its row and is in no history: it does not come back empty.
  const lost = await families.office.refusal('audit.redo', { id: changed.auditId });
  expect(lost.code).toBe('secret-lost');
  expect(await call('credentials.get', { id })).toMatchObject({ state: 'issued' });
});

test('an import cannot be taken back over a later issue', async () => {
  const line = 'Ёлкин;Пётр;Петрович;petr;';
  await importTable(families.office, [students, `${line}старый-1;8Б`]);
  const { auditId } = await importTable(families.office, [students, `${line}новый-2;8Б`]);
  const [row] = await list();
  await call('credentials.issue', {
    ids: [row?.id ?? 0],
    receivedBy: 'student',
    receiverId: families.elder,
    signed: true,
  });
  const refused = await families.office.refusal('audit.undo', { id: auditId });
  expect(refused.code).toBe('changed-since');
});

test('a login of another person is rejected with the reason and without the password', async () => {
  await importTable(families.office, [students, 'Ёлкин;Пётр;Петрович;petr;тайна1;8Б']);
  const { plan, rows } = await planRows(
    students,
    'Ёлкина;Анна;Петровна;petr;тайна2;2А',
    'Ёлкин;Пётр;Петрович;petr;тайна1;8Б',
    'Ёлкин;Пётр;Петрович;petr;тайна3;8Б',
  );
  expect(rows.map(({ status, code }) => [status, code])).toEqual([
    ['rejected', 'login-taken'],
    ['same', null],
    ['rejected', 'secret-differs'],
  ]);
  expect(rows[0]?.reason).toContain('Ёлкин Пётр Петрович');
  expect(JSON.stringify(rows)).not.toContain('тайна');
  const file = await call('credentials.rejectedFile', { plan });
  const { bytes } = await families.office.office.read(file.handle);
  expect(bytes.length).toBeGreaterThan(1000);
});

test('one login of two people in a file is the first one’s; the other is rejected', async () => {
  const { plan, rows } = await planRows(
    students,
    'Ёлкин;Пётр;Петрович;petr;тайна1;8Б',
    'Ёлкина;Анна;Петровна;petr;тайна2;2А',
  );
  expect(rows.map(({ status, code, row }) => [status, code, row])).toEqual([
    ['new', null, 2],
    ['rejected', 'login-repeated', 3],
  ]);
  expect(rows[1]?.reason).toContain('в строке 2');
  await call('credentials.commitImport', { plan });
  expect(await list()).toMatchObject([{ login: 'petr', ownerId: families.elder }]);
});

test('a plan is refused when the people behind it have changed', async () => {
  const { plan } = await planRows(students, 'Ёлкин;Пётр;Петрович;petr;п;8Б');
  await call('people.saveStudent', {
    id: families.elder,
    lastName: 'Сосновский',
    firstName: 'Пётр',
    middleName: 'Петрович',
    birthDate: '2012-05-10',
    sex: null,
    address: null,
  });
  const refused = await families.office.refusal('credentials.commitImport', { plan });
  expect(refused.code).toBe('plan-stale');
});
