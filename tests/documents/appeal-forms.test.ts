import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationName } from '../../src-main/contract/operations.ts';
import { registerHeads } from '../../src-main/features/appeals/forms/register.ts';
import * as s1 from '../../src-main/features/appeals/forms/s1.ts';
import { openSmallSchool, type SmallSchool } from '../support/small-school.ts';
import { sourcePassage } from '../support/fixtures.ts';

/** Words as they are read: no tags, ordinary single spaces. */
const plain = (text: string): string =>
  text
    .replace(/<style[\s\S]*?<\/style>/gu, ' ')
    .replace(/<br\s*\/?>/gu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/gu, ' ');

const source = plain(sourcePassage('s1-responsible-and-journal'));

let school: SmallSchool;

beforeAll(async () => {
  school = await openSmallSchool();
});
afterAll(() => school.office.close());

const printed = async (name: OperationName, input: object): Promise<string> => {
  const { document } = await school.office.call(name as 'appeals.printCard', input as never);
  const { handle } = await school.office.call('printing.html', { document });
  const { path } = await school.office.office.locate(handle);
  return plain(await readFile(path, 'utf8'));
};

describe('the words of S1', () => {
  test('duties, criterion and indicators are the source, word for word', () => {
    for (const text of [...s1.duties, s1.criterion, s1.regulation])
      expect(source).toContain(plain(text));
    for (const text of [s1.assessedHours, s1.assessedResources]) expect(source).toContain(text);
  });

  test('the six heads of the journal are those of S1, in its order', () => {
    expect(source).toContain(
      registerHeads
        .map((head) => `· ${head},`)
        .join(' ')
        .slice(0, -1),
    );
  });

  test('order, addition to the job description and criterion print them', async () => {
    const order = await printed('appeals.printOrder', { teacherIds: [school.teacher] });
    const duties = await printed('appeals.printJobDuties', { teacherId: school.teacher });
    for (const duty of s1.duties) {
      expect(order).toContain(duty);
      expect(duties).toContain(duty);
    }
    expect(order).toContain('Белова Ольга Игоревна, учитель математики.');
    const criterion = await printed('appeals.printCriterion', {
      number: '16-од',
      date: '2026-03-02',
      points: [2, null, 3, 4],
    });
    for (const text of [s1.criterion, s1.assessedHours, s1.assessedResources])
      expect(criterion).toContain(text);
    expect(criterion).toContain('от 2 марта 2026 г. № 16-од');
  });
});

describe('forms', () => {
  test('the book: title page, rows of the year with an annulled one, last leaf', async () => {
    const { id } = await school.register();
    await school.register({ registeredOn: '2026-03-12', lessonTopic: 'Теорема Виета' });
    await school.office.call('appeals.annul', { id, reason: 'внесено дважды' });
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const book = await printed('appeals.printJournal', { ...year, sheets: 21 });
    expect(book).toContain('ЖУРНАЛ регистрации обращений родителей (законных представителей)');
    expect(book).toContain(
      'основная образовательная программа основного общего образования, 8А класс Алгебра: Квадратные уравнения 10.03.2026',
    );
    expect(book).toContain('Аннулировано: внесено дважды');
    expect(book).toContain('Алгебра: Теорема Виета 12.03.2026');
    expect(book).toContain('скреплено печатью 21 (двадцать один) лист.');
    expect(await printed('appeals.printJournal', year)).toContain('_ (____');
    const two = await printed('appeals.printJournal', { from: '2025-09-01', to: '2026-03-16' });
    expect(two).toContain('2025–2026 годы');
    expect(two).toContain('1/2026');
  });

  test('blanks carry no data of a person', async () => {
    const blanks = [
      await printed('appeals.printBlankJournal', { rows: 30 }),
      await printed('appeals.printCard', { id: null }),
      await printed('appeals.printOrder', {}),
      await printed('appeals.printJobDuties', {}),
      await printed('appeals.printIndicators', {
        from: '2026-01-01',
        to: '2026-03-16',
        blankRows: 5,
      }),
      await printed('absences.printOverTwoWeeks', {
        from: '2026-01-01',
        to: '2026-03-16',
        blankRows: 5,
      }),
    ];
    for (const text of blanks) {
      expect(text).toMatch(/школа № 7|СОШ № 7/u);
      expect(text).not.toMatch(/Иванова|Белова/u);
    }
    expect(blanks[0]).toMatch(/ 29 30 /u);
  });

  test('the statement of indicators: appeals in time, share, resources, hours', async () => {
    const { rows } = await school.office.call('appeals.list', { filters: { open: true } });
    const id = rows[0]?.id ?? 0;
    const resourceId = await school.resource();
    await school.office.call('appeals.linkResource', {
      id,
      resourceId,
      givenOn: '2026-03-13',
      prepared: false,
    });
    await school.office.call('resources.saveWorkEntry', {
      teacherId: school.otherTeacher,
      appealId: id,
      workedOn: '2026-03-13',
      quarterHours: 5,
      kind: 'preparation',
    });
    await school.office.call('appeals.close', { id, on: '2026-03-13', result: 'Ссылка дана' });
    const period = { from: '2026-03-01', to: '2026-03-31' };
    const { workers } = await school.office.call('appeals.indicators', period);
    expect(workers).toMatchObject([
      {
        teacherName: 'Белова Ольга Игоревна',
        appeals: 1,
        closedInTime: 1,
        inTimePercent: 100,
        resources: 1,
        quarterHours: 0,
      },
      { teacherName: 'Жукова Ольга Игоревна', appeals: 0, inTimePercent: null, quarterHours: 5 },
    ]);
    const text = await printed('appeals.printIndicators', period);
    expect(text).toContain('Белова Ольга Игоревна учитель математики 1 1 1 100 % 1 0');
    expect(text).toContain('Жукова Ольга Игоревна учитель физики 0 0 0 – 0 1,25');
    const slip = await printed('appeals.printCard', { id });
    expect(slip).toContain('КАРТОЧКА ОБРАЩЕНИЯ № 2/2026');
    expect(slip).toContain('Ссылка дана (13.03.2026)');
  });

  test('the list over two weeks names the rule; a period upside down is refused', async () => {
    await school.office.call('absences.save', {
      studentId: school.petr,
      from: '2026-02-02',
      to: '2026-02-27',
      reason: 'illness',
      excused: true,
    });
    const text = await printed('absences.printOverTwoWeeks', {
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(text).toContain('Ёлкин Пётр 5Б Непрерывный пропуск с 02.02.2026 по 27.02.2026');
    expect(text).toContain('Всего: 1 обучающийся.');
    expect(text).toContain('более 14 календарных дней');
    const upsideDown = { from: '2026-03-31', to: '2026-03-01' };
    for (const name of [
      'appeals.printJournal',
      'appeals.printIndicators',
      'absences.printOverTwoWeeks',
    ] as const)
      expect((await school.office.refusal(name, upsideDown)).code).toBe('period-upside-down');
    expect((await school.office.refusal('appeals.printCard', { id: 9 })).code).toBe(
      'appeal-unknown',
    );
    expect((await school.office.refusal('appeals.printOrder', { teacherIds: [99] })).code).toBe(
      'teacher-unknown',
    );
  });
});
