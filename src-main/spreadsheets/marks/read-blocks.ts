import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { textOf } from '../cells.ts';
import { classFromText, nameFromText } from '../people/fields.ts';
import type { Gatherer } from './gather.ts';
import type { TermTitle } from './finals.ts';
import { periodOf, yearOf } from './labels.ts';
import { markText, placeIn, rejectIn } from './lines.ts';
import type { Line } from './lines.ts';
import { readMark } from './mark-cells.ts';
import type { SubjectMarks } from './recognised.ts';
import { yearContext } from './school-days.ts';
import type { YearContext } from './school-days.ts';
import { readColumns, spanOf } from './slots.ts';
import type { ReadColumn } from './slots.ts';
import type { BlockPart, PupilBlock } from './split-blocks.ts';

/** What holds for all blocks of a document. */
export interface BlockDefaults {
  /** Class named by the sheet or the options; `''`: none. */
  readonly className: string;
  readonly schoolYear: number | null;
}

/** A part whose columns have dates. */
interface DatedPart {
  readonly part: BlockPart;
  readonly columns: readonly ReadColumn[];
  readonly covers: SubjectMarks['covers'];
}

interface Owner {
  readonly name: PersonName;
  readonly className: string;
  readonly years: YearContext;
}

/** Why nothing of a block is taken. */
interface Problem {
  readonly code: string;
  readonly message: string;
}

const UNNAMED: Problem = {
  code: 'no-student-name',
  message: 'у таблицы нет строки «Ученик: Фамилия Имя Отчество». Её оценки пропущены.',
};

const badName = (text: string): Problem =>
  text === ''
    ? { ...UNNAMED, message: 'после «Ученик:» нет имени. Оценки этой таблицы пропущены.' }
    : {
        code: 'bad-student-name',
        message: `«${text}» – нужны фамилия и имя ученика. Оценки этой таблицы пропущены.`,
      };

/** A class in brackets or after a comma is no part of the name. */
const nameOfPupil = (text: string): PersonName | null =>
  nameFromText(text.replace(/\s*[(,]\s*\d{1,2}[^)]*\)?\s*$/u, ''));

const ownerOf = (block: PupilBlock, defaults: BlockDefaults): Owner | Problem => {
  if (block.pupil === null) return UNNAMED;
  const name = nameOfPupil(block.pupil);
  if (!name) return badName(block.pupil);
  const written = block.texts.className ?? '';
  const className = written === '' ? defaults.className : classFromText(written);
  if (className === null)
    return {
      code: 'bad-class',
      message: `«${written}» – не класс. Укажите параллель от 1 до 11 и букву, например 8А. Оценки этой таблицы пропущены.`,
    };
  const years = yearContext(
    yearOf(block.texts.schoolYear ?? ''),
    periodOf(block.texts.period ?? ''),
    defaults.schoolYear,
  );
  if (years === 'conflict')
    return {
      code: 'year-conflict',
      message: `период «${block.texts.period}» не относится к учебному году «${block.texts.schoolYear}». Оценки этой таблицы пропущены.`,
    };
  return { name, className, years };
};

/** Subjects of earlier blocks of the same name, by the days they cover. */
interface Seen {
  readonly subjects: ReadonlySet<string>;
  readonly covers: SubjectMarks['covers'];
}

const overlap = (a: SubjectMarks['covers'], b: SubjectMarks['covers']): boolean =>
  a === null || b === null || (a.from <= b.to && b.from <= a.to);

const subjectsOf = ({ part }: DatedPart): ReadonlySet<string> =>
  new Set(part.rows.map((row) => textOf(row.cells[part.subjectCol])).filter((text) => text !== ''));

const clash = (one: Seen, other: Seen): boolean =>
  overlap(one.covers, other.covers) &&
  [...one.subjects].some((subject) => other.subjects.has(subject));

/**
 * Tells namesakes of a class: the same subject for the same days twice is of another child, while
 * other days or other subjects go on with the same one.
 */
export class Namesakes {
  private readonly seen = new Map<string, Seen[][]>();

  /** From 1. */
  occurrence(key: string, parts: readonly DatedPart[]): number {
    const own: readonly Seen[] = parts.map((part) => ({
      subjects: subjectsOf(part),
      covers: part.covers,
    }));
    const children = this.seen.get(key) ?? [];
    this.seen.set(key, children);
    const at = children.findIndex((child) => !child.some((a) => own.some((b) => clash(a, b))));
    if (at === -1) return children.push([...own]);
    children[at]?.push(...own);
    return at + 1;
  }
}

const datedParts = (parts: readonly BlockPart[], years: YearContext): readonly DatedPart[] =>
  parts.map((part) => {
    const columns = readColumns(part.head, years);
    const span = spanOf(columns);
    return { part, columns, covers: span && (years.period ?? span) };
  });

/** Reads one pupil's block into the gatherer. */
export const readBlock = (
  block: PupilBlock,
  defaults: BlockDefaults,
  namesakes: Namesakes,
  into: Gatherer,
): void => {
  const owner = ownerOf(block, defaults);
  const { rejected } = into.found;
  if ('code' in owner) {
    rejected.push(rejectIn(block.at, 0, owner.code, owner.message));
    return;
  }
  into.year(owner.years);
  for (const line of block.headless) rejected.push(headless(line));
  const parts = datedParts(block.parts, owner.years);
  if (parts.length === 0 && block.headless.length === 0)
    rejected.push(
      rejectIn(block.at, 0, 'no-table', `у ученика «${block.pupil}» нет таблицы оценок.`),
    );
  if (parts.length === 0) return;
  const key = `${owner.className}|${personKey(owner.name)}`;
  const occurrence = namesakes.occurrence(key, parts);
  const pupil = into.pupil(owner.name, owner.className, occurrence, placeIn(block.at));
  for (const part of parts) readPart(part, pupil, into);
};

const headless = (line: Line): ReturnType<typeof rejectIn> =>
  rejectIn(
    line,
    0,
    'no-head',
    'строка стоит до шапки «Предмет | месяц | числа», дни её оценок неизвестны.',
    line.cells.map((cell) => textOf(cell)).filter((text) => text !== ''),
  );

const readPart = (dated: DatedPart, pupil: number, into: Gatherer): void => {
  const { part, columns, covers } = dated;
  const term = mainTerm(dated);
  for (const line of part.rows) {
    const subject = textOf(line.cells[part.subjectCol]);
    if (subject === '') {
      rejectNameless(line, part, into);
      continue;
    }
    const open = into.subject(pupil, subject, line.sheet.name, covers);
    for (let col = part.subjectCol + 1; col < line.cells.length; col += 1) {
      const text = markText(line.cells[col]);
      if (text === '') continue;
      const title = part.head.columns[col];
      const otherTerm =
        title?.kind === 'final' && title.title.term !== null && title.title.term !== term;
      readMark(
        { line, col, text, column: columns[col], otherTerm, graded: covers !== null },
        open,
        into,
      );
    }
  }
};

const rejectNameless = (line: Line, part: BlockPart, into: Gatherer): void => {
  const values = line.cells.slice(part.subjectCol + 1).map((cell) => markText(cell));
  const filled = values.filter((text) => text !== '');
  if (filled.length > 0)
    into.reject(
      line,
      part.subjectCol,
      'no-subject',
      'в строке с оценками не назван предмет.',
      filled,
    );
};

/**
 * Kind of terms whose columns are filled: forms offer quarters, trimesters and half-years side by
 * side. When several are, the one with most columns is meant.
 */
const mainTerm = ({ part }: DatedPart): TermTitle | null => {
  const columns = new Map<TermTitle, { filled: boolean; count: number }>();
  part.head.columns.forEach((column, col) => {
    if (column.kind !== 'final' || column.title.term === null) return;
    const one = columns.get(column.title.term) ?? { filled: false, count: 0 };
    one.count += 1;
    one.filled ||= part.rows.some((row) => markText(row.cells[col]) !== '');
    columns.set(column.title.term, one);
  });
  const sorted = [...columns].toSorted(
    ([, a], [, b]) => Number(b.filled) - Number(a.filled) || b.count - a.count,
  );
  return sorted[0]?.[0] ?? null;
};
