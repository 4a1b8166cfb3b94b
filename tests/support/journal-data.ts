import { school } from '../../src-main/contract/settings.ts';
import { addDays, weekday } from '../../src-main/domain/dates.ts';
import { journalPeriods } from '../../src-main/domain/journal.ts';
import type { JournalPeriodKey } from '../../src-main/domain/journal.ts';
import type {
  JournalData,
  JournalLesson,
  JournalPupil,
  JournalSubject,
  PupilGeneral,
} from '../../src-main/features/journal/content.ts';

/** An invented class for the printed journal: 14 subjects, as many pupils as asked. */

const lastNames = [
  'Иванова',
  'Петров',
  'Преображенская',
  'Ёлкин',
  'Константинова',
  'Ли',
  'Абдурахманов',
  'Ким',
  'Соколов-Микитов',
  'Журавлёва',
];
const firstNames = ['Анна', 'Александра', 'Пётр', 'Дмитрий', 'Мария', 'Егор', 'Варвара'];

export const subjectNames = [
  'Алгебра',
  'Биология',
  'Вероятность и статистика',
  'География',
  'Геометрия',
  'Иностранный язык (английский)',
  'Информатика',
  'История',
  'Литература',
  'Обществознание',
  'Основы безопасности и защиты Родины',
  'Русский язык',
  'Физика',
  'Физическая культура',
];

const terms = [
  { kind: 'quarter', number: 1, startsOn: '2025-09-01', endsOn: '2025-10-24' },
  { kind: 'quarter', number: 2, startsOn: '2025-11-05', endsOn: '2025-12-30' },
  { kind: 'quarter', number: 3, startsOn: '2026-01-12', endsOn: '2026-03-27' },
  { kind: 'quarter', number: 4, startsOn: '2026-04-06', endsOn: '2026-05-26' },
] as const;

const pupilsOf = (count: number): readonly JournalPupil[] =>
  Array.from({ length: count }, (_, at) => {
    const name = `${lastNames[at % lastNames.length]} ${firstNames[at % firstNames.length]}`;
    const left = at === 4 ? '2025-10-03' : null;
    return {
      id: at + 1,
      name,
      fullName: `${name} Сергеевич`,
      stints: [{ from: at === 9 ? '2025-09-15' : '2025-09-01', to: left }],
      apart: [],
      ownDays: [],
      note: left === null ? (at === 9 ? 'прибыла 15.09.2025' : null) : 'выбыла 03.10.2025',
    };
  });

/** Address and telephones of some only, one pupil of whom nothing is kept. */
const generalOf = ({ id, fullName }: JournalPupil): PupilGeneral => ({
  birthDate: id === 3 ? null : addDays('2011-03-05', id * 9),
  address: id % 4 === 0 ? `г. Заречный, ул. Строителей Космодрома, д. ${id}, кв. ${id * 3}` : null,
  guardians:
    id === 3
      ? []
      : [
          { relationName: 'мать', fullName: `Мать-${fullName}`, phone: '+7 900 123-45-67' },
          ...(id % 2 === 0
            ? [{ relationName: 'отец', fullName: `Отец-${fullName}`, phone: null }]
            : []),
        ],
});

const topics = [
  'Повторение. Действия с дробями',
  'Квадратные уравнения. Формула корней квадратного уравнения и теорема Виета; решение задач, приводящих к квадратным уравнениям',
  'Контрольная работа № 1',
];
const homeworks = [
  '§ 12, № 345, 346',
  'Прочитать § 14–15, письменно ответить на вопросы 1–7 на с. 98, подготовить сообщение «Учёные-математики», выучить формулы, решить № 401 (а, в, д), 402, 405; по желанию № 410*',
  '',
];

const cellTexts = ['5', '4', '3', 'Н', 'Б 3 3', '5 4', '', '', '', '', 'У', '2', '5 4 5'];

const daysOf = (subject: number): readonly string[] => {
  const days: string[] = [];
  for (const { startsOn, endsOn } of terms)
    for (let day = startsOn as string; day <= endsOn; day = addDays(day, 1)) {
      const at = weekday(day);
      if (at > 5) continue;
      if ((at + subject) % 5 < 1 + (subject % 3)) days.push(day);
      // Two lessons of a day are two columns.
      if (subject === 0 && at === 4) days.push(day);
    }
  return days;
};

export interface InventedClass {
  readonly period: JournalPeriodKey;
  readonly pupils?: number;
  /** Words a nasty long text is made of, given to one lesson of each subject. */
  readonly longText?: string;
}

const lessonsOf = (subject: number, from: string, to: string, longText: string | undefined) =>
  daysOf(subject)
    .filter((day) => day >= from && day <= to)
    .map((date, at): JournalLesson => ({
      id: subject * 1000 + at + 1,
      date,
      topic: longText !== undefined && at === 5 ? longText : (topics[at % 3] ?? null),
      homework: longText !== undefined && at === 5 ? longText : (homeworks[at % 3] ?? null),
      teacher: `Учителева-Предметная Мария ${subject % 2 === 0 ? 'Ивановна' : 'Петровна'}`,
    }));

const subjectOf = (
  at: number,
  name: string,
  lessons: readonly JournalLesson[],
  pupils: readonly JournalPupil[],
): JournalSubject => ({
  subjectId: at + 1,
  name,
  assigned: ['Учителева-Предметная Мария Ивановна'],
  lessons,
  cells: new Map(
    lessons.map(({ id, date }) => [
      id,
      new Map(
        pupils
          .filter(({ stints }) => stints.some((one) => one.from <= date && (one.to ?? '9') >= date))
          .map((pupil) => [pupil.id, cellTexts[(pupil.id * 7 + id * 3) % cellTexts.length] ?? ''])
          .filter(([, text]) => text !== '') as [number, string][],
      ),
    ]),
  ),
  finals: new Map(
    ['term-1', 'term-2', 'term-3', 'term-4', 'year'].map((key) => [
      key,
      new Map(pupils.map(({ id }) => [id, String(3 + (id % 3))])),
    ]),
  ),
});

export const inventJournal = ({ period: key, pupils: count = 28, longText }: InventedClass) => {
  const periods = journalPeriods(terms, '2025-09-01');
  const period = periods.find((one) => one.key === key);
  if (!period) throw new Error(key);
  const pupils = pupilsOf(count);
  const data: JournalData = {
    school: school.parse({
      name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7 с углублённым изучением отдельных предметов города Заречного»',
      shortName: 'МБОУ «СОШ № 7»',
      municipality: 'Заречный городской округ',
      directorName: 'Соколова-Преображенская Мария Константиновна',
    }),
    systemName: 'БАРС',
    classId: 1,
    owner: null,
    graded: true,
    className: '8А',
    parallel: 8,
    schoolYear: '2025/2026',
    classTeacher: 'Белова Ольга Игоревна',
    period,
    span: { from: period.from, to: period.to, asOf: null },
    source: { importedOn: '2026-05-27', typed: false },
    periods,
    pupils,
    general: new Map(pupils.map((pupil) => [pupil.id, generalOf(pupil)])),
    subjects: subjectNames.map((name, at) =>
      subjectOf(at, name, lessonsOf(at, period.from, period.to, longText), pupils),
    ),
    outsideTerms: 0,
    otherLessons: 0,
    daysOff: 0,
    today: '2026-05-27',
  };
  return data;
};

/** The same class with a subject that is assigned and never taught. */
export const withUntaughtSubject = (data: JournalData): JournalData => ({
  ...data,
  subjects: [
    ...data.subjects,
    {
      subjectId: null,
      name: 'Химия',
      assigned: ['Химикова Нина Павловна'],
      lessons: [],
      cells: new Map(),
      finals: new Map(),
    },
  ],
});
