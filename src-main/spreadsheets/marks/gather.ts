import { personKey } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import { cellAddress } from '../workbook.ts';
import type { Place } from '../workbook.ts';
import type { Rejected } from '../people/recognised.ts';
import type {
  FinalCell,
  LegendCode,
  MarkCell,
  NamedPupil,
  RecognisedLesson,
  Slot,
  SubjectMarks,
} from './recognised.ts';
import type { YearContext } from './school-days.ts';
import { rejectIn } from './lines.ts';
import { childOf } from './nested.ts';
import type { Line } from './lines.ts';

type Covers = SubjectMarks['covers'];

/** A subject of a pupil while its cells are gathered. */
interface Open {
  readonly pupil: number;
  readonly subject: string;
  readonly sheet: string;
  readonly cells: MarkCell[];
  readonly finals: FinalCell[];
  readonly covers: Covers;
  /** Lessons of the pupil in the subject by `slotKey`, over all sheets and blocks. */
  readonly slots: Map<string, MarkCell>;
}

/** Class → subject → lessons by `slotKey`. */
type LessonIndex = Map<string, Map<string, Set<string>>>;

type Told = 'described' | 'named';

/** Nearly all lessons are the only one of the day: their key is the day itself. */
export const slotKey = (date: string, ordinal: number): string =>
  ordinal === 1 ? date : `${date}#${ordinal}`;

const sameDays = (a: Covers, b: Covers): boolean => a?.from === b?.from && a?.to === b?.to;

/** What is found, whatever the shape of the file; pupils and subjects are numbered as they come. */
export interface Gathered {
  readonly pupils: NamedPupil[];
  readonly marks: Open[];
  readonly lessons: RecognisedLesson[];
  readonly legend: LegendCode[];
  readonly rejected: Rejected[];
  readonly warnings: Rejected[];
  /** School years of the tables, as they are known. */
  readonly years: Pick<YearContext, 'schoolYear' | 'from'>[];
}

/** Collects pupils, cells and lessons; every thing is named once. */
export class Gatherer {
  readonly found: Gathered = {
    pupils: [],
    marks: [],
    lessons: [],
    legend: [],
    rejected: [],
    warnings: [],
    years: [],
  };
  private readonly pupilIndex = new Map<string, number>();
  private readonly subjectIndex = new Map<number, Map<string, Open[]>>();
  private readonly lessonIndex: Readonly<Record<Told, LessonIndex>> = {
    described: new Map(),
    named: new Map(),
  };

  pupil(name: PersonName, className: string, occurrence: number, where: Place): number {
    const key = `${className}|${personKey(name)}|${occurrence}`;
    const known = this.pupilIndex.get(key);
    if (known !== undefined) return known;
    const index = this.found.pupils.push({ ...name, className, occurrence, where }) - 1;
    this.pupilIndex.set(key, index);
    return index;
  }

  /** The subject of a pupil in one sheet, for the days that a block tells about. */
  subject(pupil: number, subject: string, sheet: string, covers: Covers): Open {
    const bySubject = childOf(this.subjectIndex, pupil, () => new Map<string, Open[]>());
    const all = childOf(bySubject, subject, () => []);
    for (const one of all) if (one.sheet === sheet && sameDays(one.covers, covers)) return one;
    const slots = all[0]?.slots ?? new Map<string, MarkCell>();
    const open: Open = { pupil, subject, sheet, cells: [], finals: [], covers, slots };
    all.push(open);
    this.found.marks.push(open);
    return open;
  }

  /** A cell of a grid; one that repeats an earlier lesson's cell with another text is rejected. */
  cell(open: Open, slot: Slot, text: string, line: Line, col: number): void {
    const key = slotKey(slot.date, slot.ordinal);
    const earlier = open.slots.get(key);
    if (earlier === undefined) {
      const address = cellAddress(line.index, col);
      const { date, ordinal } = slot;
      const cell: MarkCell = { date, ordinal, text, address, enteredOn: null };
      open.slots.set(key, cell);
      open.cells.push(cell);
    } else if (earlier.text !== text)
      this.reject(
        line,
        col,
        'repeated-cell',
        `у этого урока уже есть другая оценка «${earlier.text}» в ячейке ${earlier.address}. Оставьте одну.`,
        [text],
      );
  }

  final(open: Open, period: FinalCell['period'], text: string, line: Line, col: number): void {
    const earlier = open.finals.find((one) => one.period === period);
    if (!earlier) open.finals.push({ period, text, address: cellAddress(line.index, col) });
    else if (earlier.text !== text)
      this.reject(
        line,
        col,
        'repeated-final',
        `за этот период уже есть другая оценка «${earlier.text}» в ячейке ${earlier.address}. Оставьте одну.`,
        [text],
      );
  }

  year({ schoolYear, from }: Pick<YearContext, 'schoolYear' | 'from'>): void {
    const known = this.found.years;
    if (!known.some((one) => one.schoolYear === schoolYear && one.from === from))
      known.push({ schoolYear, from });
  }

  /** Whether such a lesson is told: described, or only named. */
  hasLesson(
    told: Told,
    className: string,
    subject: string,
    date: string,
    ordinal: number,
  ): boolean {
    const days = this.lessonIndex[told].get(className)?.get(subject);
    return days?.has(slotKey(date, ordinal)) ?? false;
  }

  /** A lesson told again the same way is left as it was told first. */
  lesson(lesson: RecognisedLesson): void {
    const index = this.lessonIndex[lesson.described ? 'described' : 'named'];
    const ofClass = childOf(index, lesson.className, () => new Map<string, Set<string>>());
    const known = childOf(ofClass, lesson.subject, () => new Set<string>());
    const key = slotKey(lesson.date, lesson.ordinal);
    if (known.has(key)) return;
    known.add(key);
    this.found.lessons.push(lesson);
  }

  /** Without those only named that are described elsewhere in the file. */
  lessons(): readonly RecognisedLesson[] {
    const { lessons } = this.found;
    if (this.lessonIndex.described.size === 0) return lessons;
    return lessons.filter(
      ({ described, className, subject, date, ordinal }) =>
        described || !this.hasLesson('described', className, subject, date, ordinal),
    );
  }

  legend(codes: readonly LegendCode[]): void {
    for (const one of codes)
      if (!this.found.legend.some(({ code, title }) => code === one.code && title === one.title))
        this.found.legend.push(one);
  }

  reject(
    line: Line,
    col: number,
    code: string,
    message: string,
    cells: readonly string[] = [],
  ): void {
    this.found.rejected.push(rejectIn(line, col, code, message, cells));
  }
}
