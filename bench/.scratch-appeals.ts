import { mkdtempSync } from 'node:fs';
import { openDatabase } from '../src-main/database/open.ts';
import { journalPage } from '../src-main/features/appeals/journal.ts';
import { searchText } from '../src-main/features/appeals/repository.ts';
const folder = mkdtempSync('/tmp/scratch-app/b');
const d = await openDatabase({
  folder,
  program: 'b',
  clock: { now: () => Date.now(), today: () => '2026-03-02' },
});
const w = d.writer;
const last =
  'Иванов Петров Сидоров Кузнецов Смирнов Попов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев'.split(
    ' ',
  );
const first = 'Иван Пётр Анна Мария Семён Артём Ольга Ирина Павел Дарья'.split(' ');
const subj = 'Математика,Русский язык,Физика,Химия,Биология,История,Литература,География'.split(
  ',',
);
await w.raw(`INSERT INTO school_years (starts_on, ends_on) VALUES ('2025-09-01','2026-08-31')`);
for (let i = 0; i < 50; i++)
  await w('teachers').insert({
    last_name: last[i % 15],
    first_name: first[i % 10],
    middle_name: 'Петрович',
    search: 'x',
  });
for (let i = 0; i < 500; i++) {
  await w('students').insert({ last_name: last[i % 15], first_name: first[i % 10], search: 'x' });
  await w('guardians').insert({ last_name: last[i % 15], first_name: first[i % 10], search: 'x' });
}
await w.transaction(async (trx) => {
  const nums = new Map<number, number>();
  for (let i = 0; i < 100000; i++) {
    const day = new Date(Date.UTC(2019, 0, 1) + Math.floor((i / 100000) * 2600) * 86400000)
      .toISOString()
      .slice(0, 10);
    const year = Number(day.slice(0, 4));
    const number = (nums.get(year) ?? 0) + 1;
    nums.set(year, number);
    const open = i > 98000 || i % 50 === 0;
    const status = open
      ? (['registered', 'resource-found', 'in-preparation'] as const)[i % 3]!
      : i % 97 === 0
        ? 'annulled'
        : 'closed';
    const row = {
      year,
      number,
      registered_on: day,
      student_id: (i % 500) + 1,
      guardian_id: (i % 500) + 1,
      student_name: `${last[i % 15]} ${first[i % 10]} Петрович${i % 777}`,
      guardian_name: `${last[i % 15]}а ${first[(i + 3) % 10]} Ивановна`,
      class_name: `${(i % 11) + 1}${'АБВ'[i % 3]}`,
      parallel: (i % 11) + 1,
      programme: 'ООО, 8А класс',
      subject: subj[i % 8]!,
      lesson_topic: `Тема урока номер ${i % 300} про уравнения и неравенства`,
      channel: 'visit' as const,
      responsible_id: (i % 40) + 1,
      preparer_id: null,
      due_on: day,
      status: status as 'closed',
      portal_checked_on: null,
      result: status === 'closed' ? 'Предоставлена ссылка на ресурс портала' : null,
      closed_on: status === 'closed' ? day : null,
      annul_reason: status === 'annulled' ? 'ошибка' : null,
    };
    await trx('appeals').insert({ ...row, search: searchText(row as never) });
  }
  await trx.raw(
    `INSERT INTO work_entries (appeal_id, teacher_id, worked_on, quarter_hours, kind) SELECT id, 1, registered_on, 3, 'search' FROM appeals WHERE id % 2`,
  );
});
console.log('filled');
if (process.argv[2]) await w.raw('ANALYZE');
const time = async (name: string, q: object) => {
  const ts: number[] = [];
  let total = 0;
  for (let k = 0; k < 40; k++) {
    const t = performance.now();
    const r = await journalPage(
      d.reader,
      { search: '', filters: {}, sort: null, offset: 0, limit: 100, ...q } as never,
      '2026-03-02',
    );
    ts.push(performance.now() - t);
    total = r.total;
  }
  ts.sort((a, b) => a - b);
  console.log(
    name.padEnd(34),
    'p50',
    ts[20]!.toFixed(1),
    'p95',
    ts[37]!.toFixed(1),
    'total',
    total,
  );
};
await time('page 1', {});
await time('page deep', { offset: 90000 });
await time('sort due', { sort: { column: 'dueOn', descending: false } });
await time('sort name', { sort: { column: 'studentName', descending: false } });
await time('sort registeredOn deep', {
  sort: { column: 'registeredOn', descending: false },
  offset: 50000,
});
await time('status closed', { filters: { status: 'closed' } });
await time('open', { filters: { open: true } });
await time('overdue', { filters: { overdue: true } });
await time('year', { filters: { year: 2024 } });
await time('subject', { filters: { subject: 'Физика' } });
await time('class+subject+year', { filters: { subject: 'Физика', className: '8Б', year: 2023 } });
await time('responsible', { filters: { responsibleId: 7 } });
await time('period', { filters: { from: '2025-01-01', to: '2025-03-31' } });
await time('student', { filters: { studentId: 44 } });
await time('subject sort name', {
  filters: { subject: 'Физика' },
  sort: { column: 'studentName', descending: false },
});
await time('search ив', { search: 'ив' });
await time('search иванов', { search: 'иванов' });
await time('search иванов ан', { search: 'иванов ан' });
await time('search петрович77', { search: 'петрович77' });
await time('search тема (all)', { search: 'тема' });
await time('search иванов + open', { search: 'иванов', filters: { open: true } });
await time('search тема + year', { search: 'тема', filters: { year: 2024 } });
await time('search тема sort name', {
  search: 'тема',
  sort: { column: 'studentName', descending: false },
});
await d.close();
