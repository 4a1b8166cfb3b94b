import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalScene } from './scene.ts';
import { openScene } from './scene.ts';

let small: JournalScene;
beforeEach(async () => {
  small = await openScene();
});
afterEach(async () => {
  await small.office.close();
  expect(small.office.bugs).toEqual([]);
});

const gapsOf = async (period: 'term-2' | 'term-3' | 'year' = 'term-3') => {
  const { checks } = await small.office.call('journal.check', {
    journals: [{ classId: small.class8 }],
    period,
  });
  return checks[0]?.gaps.map(({ kind, subject, count, total }) => [kind, subject, count, total]);
};

describe('gaps of a journal', () => {
  it('are none when everything is there', async () => {
    await small.taught();
    expect(await gapsOf()).toEqual([]);
  });

  it('name an assigned subject without lessons', async () => {
    await small.taught();
    const { teacher: card } = await small.office.call('people.teacher', { id: small.teacher });
    await small.office.call('people.saveTeacher', {
      id: small.teacher,
      lastName: card.lastName,
      firstName: card.firstName,
      middleName: card.middleName,
      position: card.position,
      assignments: [{ classId: small.class8, subject: 'Химия' }],
    });
    expect(await gapsOf()).toEqual([['no-lessons', 'Химия', 0, 0]]);
  });

  it('count topics, marks and final marks that are missing', async () => {
    await small.lesson('2026-03-02', { topic: null });
    await small.lesson('2026-03-03');
    await small.lesson('2026-03-03', { teacherId: null, subject: 'Пение' });
    expect(await gapsOf()).toEqual([
      ['no-topics', 'Алгебра', 1, 2],
      ['no-marks', 'Алгебра', 2, 2],
      ['no-final-marks', 'Алгебра', 1, 1],
      ['no-marks', 'Пение', 1, 1],
      ['no-final-marks', 'Пение', 1, 1],
      ['no-teacher', 'Пение', 1, 1],
    ]);
  });

  it('tell of lessons between the terms, which only the year has', async () => {
    await small.taught();
    await small.lesson('2026-01-05');
    expect(await gapsOf('term-2')).toContainEqual(['outside-terms', null, 1, 1]);
    expect((await gapsOf())?.map(([kind]) => kind)).not.toContain('outside-terms');
    const { checks } = await small.office.call('journal.check', {
      journals: [{ classId: small.class8 }],
      period: 'year',
    });
    expect(checks[0]?.lessons).toBe(2);
    expect(checks[0]?.gaps.map(({ kind }) => kind)).toContain('days-off');
  });

  it('tell of lessons on days off inside the term: a holiday, a Saturday of a five-day week', async () => {
    await small.taught();
    await small.lesson('2026-02-23');
    await small.lesson('2026-03-07');
    expect(await gapsOf()).toContainEqual(['days-off', null, 2, 2]);
  });

  it('tell of a class whose calendar has no such term', async () => {
    const { id } = await small.office.call('people.saveClass', {
      id: null,
      parallel: 10,
      letter: 'А',
    });
    const journals = [{ classId: small.class8 }, { classId: id }];
    const asked = { journals, period: 'term-3' as const };
    expect(await small.office.call('journal.check', asked)).toMatchObject({
      checks: [{ className: '8А' }],
      withoutPeriod: ['10А'],
    });
    expect(await small.office.refusal('journal.prepare', asked)).toMatchObject({
      code: 'period-unknown',
    });
  });
});

const html = async (): Promise<string> => {
  const made = await small.office.call('journal.preview', {
    classId: small.class8,
    period: 'term-3',
  });
  const file = await small.office.call('printing.html', { document: made.document });
  const { bytes } = await small.office.office.read(file.handle);
  return new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
};

describe('the document', () => {
  it('has the one who left with marks until that day, and signs him', async () => {
    const first = await small.lesson('2026-01-20');
    const second = await small.lesson('2026-02-10');
    await small.mark(first, small.leaver, '4');
    await small.mark(second, small.anna, '5');
    const made = await small.office.call('journal.preview', {
      classId: small.class8,
      period: 'term-3',
    });
    const file = await small.office.call('printing.html', { document: made.document });
    const { bytes } = await small.office.office.read(file.handle);
    const html = new TextDecoder().decode(bytes);
    expect(html).toContain('выбыл(а) 30.01.2026');
    expect(html).toMatch(/>4<\/td>\s*<td[^>]*>–<\/td>/u);
    expect(made.gaps.filter(({ kind }) => kind === 'not-enrolled')).toEqual([]);
    expect(made.pages).toBe(made.leaves * 2);
  });

  it('tells of parents, and of missed lessons as the card of marks counts them', async () => {
    const [first, second] = [await small.lesson('2026-03-02'), await small.lesson('2026-03-03')];
    await small.mark(first, small.anna, 'нб');
    await small.mark(second, small.anna, 'б 4');
    await small.office.call('people.saveGuardian', {
      id: null,
      lastName: 'Бабушкина',
      firstName: 'Нина',
      link: { studentId: small.anna, relation: 'not-representative' },
    });
    const page = await html();
    expect(page).toContain('Иванова Алёна Викторовна (мать)');
    expect(page).not.toContain('Бабушкина');
    const { subjects } = await small.office.call('marks.ofStudent', {
      studentId: small.anna,
      from: '2026-01-12',
      to: '2026-03-27',
    });
    expect(subjects).toMatchObject([{ absences: { total: 3, ill: 2 } }]);
    const [total, ill, excused, absent] = ['3', '2', '0', '1'];
    expect(page).toMatch(
      new RegExp(
        `Иванова Анна</td>(<td[^>]*>${total}</td>)(<td[^>]*>${ill}</td>)(<td[^>]*>${excused}</td>)(<td[^>]*>0</td>)(<td[^>]*>${absent}</td>)</tr>`,
        'u',
      ),
    );
  });

  it('prints no address and telephone that the school does not keep', async () => {
    const { student } = await small.office.call('people.student', { id: small.anna });
    const { id, lastName, firstName, middleName, birthDate, sex } = student;
    const person = { id, lastName, firstName, middleName, birthDate, sex };
    await small.office.call('people.saveStudent', { ...person, address: 'ул. Кленовая, 7' });
    expect(await html()).toContain('ул. Кленовая, 7');
    const { personalFields } = await small.office.call('settings.get', {});
    const studentAddress = { ...personalFields.studentAddress, kept: false };
    await small.office.call('settings.savePersonalFields', { ...personalFields, studentAddress });
    const page = await html();
    expect(page).not.toContain('ул. Кленовая, 7');
    expect(page).not.toContain('>Адрес<');
  });

  it('leaves no row in the register when only shown', async () => {
    await small.taught();
    await small.office.call('journal.preview', { classId: small.class8, period: 'term-3' });
    expect((await small.office.call('journal.listPrints', {})).total).toBe(0);
  });
});
