import type { SheetContent, SheetLayout } from '../../src-main/contract/sheets-fields.ts';
import type { DocumentModel } from '../../src-main/documents/model.ts';
import { defaultPaper } from '../support/paper.ts';
import type { PaperSettings } from '../../src-main/documents/paper.ts';
import type { SheetLesson, SheetMark } from '../../src-main/domain/sheet-content.ts';
import { addressedTo, composeSheet } from '../../src-main/domain/sheet-content.ts';
import type { PrintedSheet } from '../../src-main/features/sheets/forms/weekly-sheets.ts';
import { sheetsDocument } from '../../src-main/features/sheets/forms/weekly-sheets.ts';

/** Weekly sheets of invented students, from a usual one to the fullest. */

export const subjects16 = [
  'Алгебра',
  'Английский язык',
  'Биология',
  'Вероятность и статистика',
  'География',
  'Геометрия',
  'Изобразительное искусство',
  'Информатика',
  'История',
  'Литература',
  'Музыка',
  'Обществознание',
  'Основы безопасности и защиты Родины',
  'Русский язык',
  'Физика',
  'Физическая культура',
] as const;

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
const tasks = [
  '§ 24, № 345–348, 350 (а, б)',
  'Учебник, с. 112–118, пересказ; выписать термины в тетрадь',
  'Подготовить сообщение по теме «Реформы Александра II» на 3–5 минут',
  'Упр. 217, повторить правила правописания причастий и деепричастных оборотов',
  'Принести альбом, краски',
];
const longTask =
  'Прочитать главы 7–9 романа А. С. Пушкина «Капитанская дочка», составить план, письменно ответить на вопросы 3, 5 и 8 на с. 142, выучить наизусть отрывок';
const cells = ['5', '4', '', 'Б', '3 4', '', 'Н', '5', 'О 2', '', '4', 'ЗЧ'];

export interface Sample {
  readonly subjects?: readonly string[];
  /** Lessons a day. */
  readonly perDay?: number;
  readonly student?: string;
  readonly sixDays?: boolean;
  readonly homework?: 'usual' | 'long' | 'none';
  readonly averages?: boolean;
  readonly marks?: boolean;
  readonly lessons?: boolean;
  /** Of a parent's own sheet. */
  readonly recipient?: string | null;
}

/** A sheet of the week of 2 March 2026. */
export const sampleSheet = ({
  subjects = subjects16.slice(0, 10),
  perDay = 6,
  student = 'Иванова Анна Сергеевна',
  sixDays = false,
  homework = 'usual',
  averages = true,
  marks: withMarks = true,
  lessons: withLessons = true,
  recipient = null,
}: Sample = {}): SheetContent => {
  const shown = sixDays ? days : days.slice(0, 5);
  const lessons: SheetLesson[] = [];
  const marks: SheetMark[] = [];
  for (const [day, date] of shown.entries())
    for (let at = 0; at < (withLessons ? perDay : 0); at += 1) {
      const index = day * perDay + at;
      const subject = subjects[index % subjects.length] ?? '';
      const ordinal =
        lessons.filter((one) => one.date === date && one.subject === subject).length + 1;
      const text = homework === 'long' ? longTask : (tasks[index % tasks.length] ?? '');
      lessons.push({ subject, date, ordinal, homework: homework === 'none' ? null : text });
      const codes = cells[(index * 5) % cells.length] ?? '';
      if (withMarks && codes !== '') marks.push({ subject, date, ordinal, codes });
    }
  const codes = new Map(
    withMarks ? subjects.map((name, at) => [name, at % 3 ? '5 4 4' : '3 4 5 Н']) : [],
  );
  const content = composeSheet({
    school: 'МБОУ «СОШ № 7»',
    student,
    className: '8А',
    classTeacher: 'Белова Ольга Игоревна',
    week: '2026-03-02',
    lastDay: shown.at(-1) ?? '',
    schoolDays: shown,
    lessons,
    marks,
    term: averages ? { title: 'с 12.01.2026 по 06.03.2026, III четверть', codes } : null,
    homework: homework !== 'none',
  });
  return addressedTo(content, recipient);
};

export const longName = 'Христорождественская-Преображенская Александра-Виктория Константиновна';

/** What a paper says of itself beside its content. */
export type Stamps = Pick<PrintedSheet, 'copy' | 'replacedBy'>;

export const printed = (
  contents: readonly SheetContent[],
  layout: SheetLayout,
  paper: PaperSettings = defaultPaper,
  stamps: Stamps = {},
): Promise<DocumentModel> =>
  sheetsDocument(
    contents.map((content) => ({ content, layout, ...stamps })),
    paper,
    { signal: new AbortController().signal, step: () => Promise.resolve() },
  );
