import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles, report } from '../marks/files.ts';
import type { JournalScene } from './scene.ts';
import { openScene } from './scene.ts';

/** Certification swears exactly what is printed (S2 §1.2; domain.md §6). */

let small: JournalScene;
beforeEach(async () => {
  small = await openScene();
});
afterEach(async () => {
  await small.office.close();
  expect(small.office.bugs).toEqual([]);
});

const ofClass = () => ({ classId: small.class8, studentId: null });

const html = async (ref: object = ofClass(), period = 'term-3'): Promise<string> => {
  const made = await small.office.call('journal.preview', {
    ...(ref as { classId: number }),
    period: period as 'term-3',
  });
  const file = await small.office.call('printing.html', { document: made.document });
  const { bytes } = await small.office.office.read(file.handle);
  return new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
};

/** Prints the journal of the third quarter; gives what `journal.certify` is asked. */
const printed = async () => {
  const { print } = await small.office.call('journal.prepare', {
    journals: [ofClass()],
    period: 'term-3',
  });
  const { prints } = await small.office.call('journal.print', { print });
  return {
    id: prints[0]?.printId ?? 0,
    certifiedOn: '2026-04-01',
    certifiedBy: 'Директор Соколова М. К.',
  };
};

const bare = () => small.lesson('2026-03-02', { topic: null });

describe('the certifying text', () => {
  it('swears the days and the source of what is printed', async () => {
    await small.taught();
    const page = await html();
    expect(page).toContain(
      'Верно. Журнал распечатан полностью с 12.01.2026 по 27.03.2026, по записям, внесённым в программу вручную.',
    );
    expect(page).not.toContain('Заверить журнал с перечисленными замечаниями');
  });

  it('does not call complete what has gaps: they stand on the page of remarks', async () => {
    await bare();
    const page = await html();
    expect(page).not.toContain('полностью');
    expect(page).toMatch(
      /Журнал распечатан с 12\.01\.2026 по 27\.03\.2026.*Чего недостаёт, перечислено на странице \d+ «Замечания по ведению журнала»/u,
    );
    expect(page).toContain('Алгебра: нет темы: 1 урок из 1');
    expect(page).toContain('Заверить журнал с перечисленными замечаниями разрешаю');
  });

  it('of a running term tells the day up to which it is printed, and nothing after it', async () => {
    await small.taught();
    await small.lesson('2026-03-26', { topic: 'Урок впереди' });
    small.office.clock.set('2026-03-20');
    const page = await html();
    expect(page).toContain('по состоянию на 20 марта 2026 г.');
    expect(page).toContain('с 12.01.2026 по 20.03.2026, по состоянию на 20.03.2026');
    expect(page).not.toContain('полностью');
    expect(page).not.toContain('Урок впереди');
    small.office.clock.set('2026-03-27');
    expect(await html()).not.toContain('по состоянию на');
  });
});

/** A report about March, in which Анна has a mark on the tenth. */
const march = () => report('Иванова Анна Сергеевна', [10, 11], [['Алгебра', '4', null]]);

describe('the source of what is printed', () => {
  const imported = 'по данным выгрузки от 30.03.2026 из системы «БАРС»';

  it('is the last import that told about these days, also when it changed nothing', async () => {
    const { office } = small;
    office.clock.set('2026-03-28');
    await importFiles(office, ['a.xlsx', march()]);
    office.clock.set('2026-03-30');
    await importFiles(office, ['b.xlsx', march()]);
    office.clock.set('2026-04-01');
    expect(await html()).toContain(`по 27.03.2026, ${imported}. `);
    // The quarter before knows nothing of it.
    expect(await html(ofClass(), 'term-2')).toContain('без сведений об уроках и отметках');
  });

  it('is both where a person has typed or corrected something since', async () => {
    const { office } = small;
    office.clock.set('2026-03-30');
    await importFiles(office, ['a.xlsx', march()]);
    office.clock.set('2026-04-01');
    const { rows } = await office.call('marks.listLessons', {
      filters: { classId: small.class8 },
    });
    const [lesson] = rows;
    if (!lesson) throw new Error('no lesson');
    await office.call('marks.saveLesson', {
      id: lesson.id,
      classId: small.class8,
      subject: 'Алгебра',
      date: '2026-03-10',
      topic: 'Степени',
      homework: null,
      teacherId: null,
    });
    expect(await html()).toContain(`${imported} и записям, внесённым в программу вручную`);
  });
});

describe('a journal with gaps', () => {
  it('is not certified without the director’s word and its reason', async () => {
    await bare();
    const asked = await printed();
    const refused = await small.office.refusal('journal.certify', asked);
    expect(refused.code).toBe('journal-has-gaps');
    expect(refused.message).toContain('Алгебра: нет темы: 1 урок из 1');
    expect(refused.fields.map(({ path }) => path)).toEqual(['allowedReason']);
    const nobody = { ...asked, allowedReason: 'Учитель болел', allowedBy: '' };
    expect(await small.office.refusal('journal.certify', nobody)).toMatchObject({
      code: 'journal-has-gaps',
      fields: [{ path: 'allowedBy' }],
    });
    await small.office.call('journal.certify', {
      ...asked,
      allowedBy: 'Директор Соколова М. К.',
      allowedReason: 'Учитель болел',
    });
    expect((await small.office.call('journal.listPrints', {})).rows).toMatchObject([
      {
        certifiedOn: '2026-04-01',
        allowedBy: 'Директор Соколова М. К.',
        allowedReason: 'Учитель болел',
      },
    ]);
  });

  it('of another kind is certified without a word', async () => {
    await small.mark(await small.lesson('2026-03-02', { teacherId: null }), small.anna, '5');
    await small.office.call('marks.saveFinalMarks', {
      classId: small.class8,
      cells: [{ studentId: small.anna, subject: 'Алгебра', period: 'term-3', text: '5' }],
    });
    const asked = await printed();
    const [print] = (await small.office.call('journal.listPrints', {})).rows;
    expect(print?.gaps.map(({ kind }) => kind)).toEqual(['no-teacher']);
    await small.office.call('journal.certify', asked);
    expect((await small.office.call('journal.listPrints', {})).rows).toMatchObject([
      { certifiedOn: '2026-04-01', allowedBy: null, allowedReason: null },
    ]);
  });

  it('keeps the word when the certification is taken back and made again', async () => {
    await bare();
    const word = { allowedBy: 'Директор', allowedReason: 'Учитель болел' };
    const asked = { ...(await printed()), ...word };
    const { auditId } = await small.office.command('journal.certify', asked);
    await small.office.call('audit.undo', { id: auditId });
    const [taken] = (await small.office.call('journal.listPrints', {})).rows;
    expect(taken).toMatchObject({ certifiedOn: null, allowedBy: null, allowedReason: null });
    await small.office.call('journal.certify', asked);
  });
});

const own = (change: object = {}) => ({
  classId: small.class8,
  studentId: small.leaver,
  extract: true,
  ...change,
});

const extractRow = async () => {
  const { classes } = await small.office.call('journal.overview', {});
  return classes.filter(({ extract }) => extract);
};

describe('an extract for a pupil who left', () => {
  it('is offered for the periods in which he was in the class, and owed to nobody', async () => {
    const [row, ...others] = await extractRow();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ studentName: 'Громов Егор', className: '8А' });
    expect(row?.cells.map(({ period, to, state, owed }) => [period, to, state, owed])).toEqual([
      ['term-1', '2025-10-24', 'offered', false],
      ['term-2', '2025-12-30', 'offered', false],
      ['term-3', '2026-01-30', 'offered', false],
      ['year', '2026-01-30', 'offered', false],
    ]);
  });

  it('holds his marks to his last day and swears to it, while the class’s term still runs', async () => {
    const [first, second] = [await small.lesson('2026-01-20'), await small.lesson('2026-01-30')];
    await small.mark(first, small.leaver, '4/5');
    await small.mark(second, small.leaver, 'б');
    await small.mark(await small.lesson('2026-02-10', { topic: 'Без него' }), small.anna, '3');
    await small.office.call('marks.saveFinalMarks', {
      classId: small.class8,
      cells: [{ studentId: small.leaver, subject: 'Алгебра', period: 'term-2', text: '4' }],
    });
    small.office.clock.set('2026-02-12');
    const page = await html(own());
    expect(page).toContain('из классного журнала 8А класса');
    expect(page).toContain('20.01 – 4/5, 30.01 – Б');
    expect(page).toContain('II четв.: 4');
    expect(page).not.toContain('10.02');
    expect(page).toContain(
      'Верно. Выписка из журнала сделана с 12.01.2026 по 30.01.2026, по записям, внесённым в программу вручную.',
    );
    const { print } = await small.office.call('journal.prepare', {
      journals: [own()],
      period: 'term-3',
    });
    const { prints } = await small.office.call('journal.print', { print });
    expect((await extractRow())[0]?.cells[2]).toMatchObject({ state: 'printed', owed: false });
    await small.office.call('journal.certify', {
      id: prints[0]?.printId ?? 0,
      certifiedOn: '2026-02-12',
      certifiedBy: 'Директор',
    });
    expect((await extractRow())[0]?.cells[2]).toMatchObject({ state: 'certified' });
    const { classes } = await small.office.call('journal.overview', {});
    expect(classes.find(({ classId }) => classId === small.class8)?.cells[2]).toMatchObject({
      state: 'running',
      print: null,
    });
    const listed = await small.office.call('journal.listPrints', { filters: { extract: true } });
    expect(listed.rows).toMatchObject([{ studentName: 'Громов Егор', extract: true }]);
    expect((await small.office.call('journal.listPrints', { filters: { own: true } })).total).toBe(
      0,
    );
  });

  it('names a subject of his class of which no lesson is known', async () => {
    await small.lesson('2026-02-10');
    const { teacher } = await small.office.call('people.teacher', { id: small.teacher });
    await small.office.call('people.saveTeacher', {
      id: small.teacher,
      lastName: teacher.lastName,
      firstName: teacher.firstName,
      middleName: teacher.middleName,
      position: teacher.position,
      assignments: [{ classId: small.class8, subject: 'Химия' }],
    });
    const page = await html(own());
    expect(page).toContain('Недостаёт: Химия: уроков за период не внесено.');
    expect(page).toContain('Чего недостаёт, перечислено выше.');
  });

  it('is refused for a pupil who is in the class, and in a term after he left', async () => {
    const ofAnna = own({ studentId: small.anna });
    expect(
      await small.office.refusal('journal.preview', { ...ofAnna, period: 'term-3' }),
    ).toMatchObject({ code: 'extract-unknown' });
    expect(
      await small.office.refusal('journal.preview', { ...own(), period: 'term-4' }),
    ).toMatchObject({ code: 'period-unknown', message: expect.stringContaining('не учился') });
  });

  it('of a pupil moved to another class is made from the class he left', async () => {
    await small.office.call('people.transfer', {
      studentId: small.anna,
      classId: small.class9,
      startsOn: '2026-02-01',
    });
    const rows = await extractRow();
    expect(rows.map(({ studentName, className }) => [studentName, className])).toEqual([
      ['Громов Егор', '8А'],
      ['Иванова Анна Сергеевна', '8А'],
    ]);
  });
});
