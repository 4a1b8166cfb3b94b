import type { Page } from 'playwright-core';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../src-main/contract/operations.ts';
import type { Reply } from '../src-main/contract/operation.ts';
import { headersOf } from '../tests/support/http-host.ts';

/** What the pictures need beyond the demo school: a password, logins, statements. All invented. */

const password = 'придуманный пароль для снимков';

/** An operation of the host the page came from; throws its refusal. */
export const call = async <N extends OperationName>(
  page: Page,
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N>> => {
  const { origin } = new URL(page.url());
  const response = await page.context().request.post(`${origin}/api/call`, {
    data: { callId: crypto.randomUUID(), name, input },
    headers: await headersOf(page),
  });
  const line = (await response.text()).trim().split('\n').at(-1) ?? '';
  const message = JSON.parse(line) as Reply | { readonly reply: Reply };
  const reply = 'reply' in message ? message.reply : message;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
  return reply.data as OperationOutput<N>;
};

/** A picture with less in it is better than no pictures: the refusal is only printed. */
const attempt = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    console.warn(error instanceof Error ? error.message : error);
  }
};

const today = (): string => new Date().toLocaleDateString('sv-SE');

const someStudents = async (page: Page, className: string) =>
  (await call(page, 'people.listStudents', { filters: { className }, limit: 30 })).rows;

/** Opens what the scene «lock» of an earlier look has closed. */
export const unlock = async (page: Page): Promise<void> => {
  const { state } = await call(page, 'lock.state', {});
  if (state !== 'locked') return;
  await call(page, 'lock.unlock', { password });
  await page.reload();
};

const setPassword = async (page: Page): Promise<void> => {
  const { state } = await call(page, 'lock.state', {});
  if (state !== 'not-set') return;
  await call(page, 'lock.setPassword', { password, repeat: password });
  await call(page, 'lock.confirmRecoveryKept', {});
};

const giveLogins = async (page: Page, className: string, issued: boolean): Promise<void> => {
  const given: number[] = [];
  for (const { id: studentId } of await someStudents(page, className)) {
    const { guardians } = await call(page, 'people.student', { id: studentId });
    const owners = [
      { owner: 'student' as const, ownerId: studentId },
      ...guardians.map(({ id }) => ({ owner: 'guardian' as const, ownerId: id })),
    ];
    for (const [at, { owner, ownerId }] of owners.entries()) {
      const login = `${owner === 'student' ? 'u' : 'r'}${studentId}-${at}`;
      const secret = `demo-${studentId}-${at}`;
      const typed = { id: null, owner, ownerId, kind: 'password' as const, login, secret };
      // A parent of two children of the class has logins already.
      await attempt(call(page, 'credentials.save', typed).then(({ id }) => given.push(id)));
    }
  }
  const ids = given.filter((_, at) => at % 3 !== 0);
  if (issued && ids.length > 0)
    for (const id of ids) {
      const { owner } = await call(page, 'credentials.get', { id });
      await attempt(
        call(page, 'credentials.issue', {
          ids: [id],
          receivedBy: owner,
          receiverId: null,
          signed: true,
        }),
      );
    }
};

/** Once: the password of the program and logins of three classes, some of them handed out. */
export const prepareLogins = async (page: Page): Promise<void> => {
  await attempt(setPassword(page));
  const { total } = await call(page, 'credentials.list', { limit: 1 });
  if (total > 0) return;
  await attempt(
    call(page, 'settings.saveCredentials', { siteUrl: 'https://dnevnik.example', personalFrom: 7 }),
  );
  await giveLogins(page, '7А', true);
  await giveLogins(page, '8А', true);
  await giveLogins(page, '9А', false);
};

/** Once: refusals and statements of impossibility in several classes. */
export const prepareStatements = async (page: Page): Promise<void> => {
  const { total } = await call(page, 'statements.list', { limit: 1 });
  if (total > 0) return;
  const date = today();
  for (const [at, className] of ['3А', '5А', '6А', '8А', '8Б', '10А'].entries())
    for (const { id: studentId } of (await someStudents(page, className)).slice(0, 1 + (at % 3))) {
      const { guardians } = await call(page, 'people.student', { id: studentId });
      const guardianId = guardians[0]?.id;
      if (guardianId === undefined) continue;
      const kind = at % 4 === 3 ? 'impossibility' : 'refusal';
      const reason =
        kind === 'impossibility'
          ? 'отсутствие домашнего компьютера с доступом к сети интернет'
          : null;
      const family = { kind, studentId, guardianId, reason } as const;
      const days = { date, registeredOn: date, signed: true, confirmedDeclensions: true };
      await attempt(call(page, 'statements.register', { ...family, ...days }));
    }
};

/** A pupil without a birth date, so that an import has somebody to ask about. */
export const prepareHomonym = async (page: Page): Promise<void> => {
  const { total } = await call(page, 'people.listStudents', { search: 'Соколов Иван Петрович' });
  if (total > 0) return;
  await attempt(
    call(page, 'people.saveStudent', {
      id: null,
      lastName: 'Соколов',
      firstName: 'Иван',
      middleName: 'Петрович',
      birthDate: null,
      sex: 'male',
    }),
  );
};

/** A file of people: new ones, a question, a rejected row. */
export const peopleFile = (): string =>
  [
    'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол;Адрес проживания',
    '7А;Громова;Дарья;Игоревна;12.05.2013;Ж;ул. Мира, д. 1',
    '7А;Заречный;Кирилл;Олегович;21.09.2013;М;ул. Садовая, д. 14',
    '7А;Соколов;Иван;Петрович;03.04.2013;М;ул. Мира, д. 2',
    '7А;Лось;Пётр;;31.02.2013;М;',
    '7А;;;;;;ул. Мира, д. 5',
  ].join('\r\n');

/** A diary's export of logins: pupils of 6А, two of them not certain. */
export const loginsFile = async (page: Page): Promise<string> => {
  const students = (await someStudents(page, '6А')).slice(0, 8);
  return students
    .map(({ fullName }, at) => `p${at + 601} pwd${at + 601} ${fullName} ${at < 6 ? '6А' : '6Б'}`)
    .join('\n');
};

/** A surname to type at the desk. */
export const surnameAtDesk = async (page: Page): Promise<string> => {
  const [first] = await someStudents(page, '8А');
  return first?.fullName.split(' ')[0] ?? 'Ива';
};
