import type { Period } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import { markValues } from '../../domain/mark-codes.ts';
import type { FinalPeriod, SubjectMarks } from '../../spreadsheets/marks/recognised.ts';
import type { UnknownCodes } from './import-codes.ts';
import type { SlotFinder } from './import-slots.ts';
import type {
  ClassState,
  ReadMarks,
  Remark,
  ToldCell,
  ToldFinal,
  ToldSubject,
} from './import-types.ts';

/** What one file says of one pupil, put on the lessons of the plan. */

export interface TellParts {
  readonly file: ReadMarks;
  readonly state: ClassState;
  readonly slotOf: SlotFinder;
  readonly subjectOf: (subject: string) => string;
  readonly codesOf: (text: string) => string;
  readonly unknown: UnknownCodes;
  /** Term of «за период» for these days. */
  readonly termOf: (state: ClassState, days: Period) => FinalPeriod | null;
  /** Whether no lessons are held on the day by the calendar. */
  readonly isDayOff: (state: ClassState, date: string) => boolean;
  readonly reject: (remark: Remark) => void;
  readonly warn: (remark: Remark) => void;
}

const remarkAt = (
  { file, state }: TellParts,
  { sheet, subject }: SubjectMarks,
  address: string,
  rest: Pick<Remark, 'code' | 'message' | 'cells'>,
): Remark => ({
  file: file.index,
  where: { sheet, row: Number(/\d+$/u.exec(address)?.[0] ?? 0), address },
  className: state.name,
  fullName: '',
  subject,
  count: 1,
  ...rest,
});

const dayOff = (date: string) => ({
  code: 'day-off',
  message: `${shortDate(date)} — нерабочий день по календарю школы: отметки будут показаны, но в средний балл не войдут. Проверьте день в файле или календарь.`,
});

const toldCells = (parts: TellParts, own: SubjectMarks): readonly ToldCell[] => {
  const { state, file, slotOf, codesOf, unknown, subjectOf, reject } = parts;
  const subject = subjectOf(own.subject);
  return own.cells.flatMap(({ date, ordinal, text, address, enteredOn }) => {
    const codes = codesOf(text);
    if (codes === '' || !contains(state.span, date)) {
      const message =
        codes === ''
          ? 'В ячейке нет ни оценки, ни кода. Исправьте её в файле.'
          : `День ${shortDate(date)} не входит в учебный год ${state.name} класса. Проверьте год в файле.`;
      const code = codes === '' ? 'cell-empty' : 'date-outside-year';
      reject(remarkAt(parts, own, address, { code, message, cells: [own.subject, date, text] }));
      return [];
    }
    unknown.add(codes, { file: file.index, sheet: own.sheet, address, classId: state.id });
    if (markValues(codes).length > 0 && parts.isDayOff(state, date))
      parts.warn(remarkAt(parts, own, address, { ...dayOff(date), cells: [own.subject, text] }));
    const lesson = slotOf(state, subject, date, ordinal);
    return [{ lesson, text, codes, enteredOn, sheet: own.sheet, address }];
  });
};

const toldFinals = (parts: TellParts, own: SubjectMarks): readonly ToldFinal[] => {
  const { state, codesOf, termOf, warn } = parts;
  return own.finals.flatMap(({ period, text, address }) => {
    const codes = codesOf(text);
    if (codes === '') return [];
    const place = period === 'covered' ? own.covers && termOf(state, own.covers) : period;
    if (place) return [{ period: place, text, codes, sheet: own.sheet, address }];
    warn(
      remarkAt(parts, own, address, {
        code: 'final-without-term',
        message:
          'Итоговая оценка за период не записана: дни файла не совпадают ни с одной четвертью.',
        cells: [own.subject, text],
      }),
    );
    return [];
  });
};

/** A subject told in several blocks of the file is one. */
export const toldSubjects = (
  parts: TellParts,
  blocks: readonly SubjectMarks[],
): readonly ToldSubject[] =>
  [...Map.groupBy(blocks, ({ subject }) => parts.subjectOf(subject))].map(([subject, own]) => ({
    file: parts.file.index,
    subject,
    cells: own.flatMap((block) => toldCells(parts, block)),
    finals: own.flatMap((block) => toldFinals(parts, block)),
    covers: own.flatMap(({ covers }) => (covers ? [covers] : [])),
  }));
