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
  /** Lessons of the pupil in the subject, over all sheets and blocks. */
  readonly slots: Map<string, MarkCell>;
}

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
  private readonly subjectIndex = new Map<string, Open>();
  private readonly slotIndex = new Map<string, Map<string, MarkCell>>();
  private readonly lessonIndex = new Set<string>();

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
    const key = `${pupil}|${sheet}|${covers?.from}|${covers?.to}|${subject}`;
    const known = this.subjectIndex.get(key);
    if (known) return known;
    const slots = this.slotsOf(`${pupil}|${subject}`);
    const open: Open = { pupil, subject, sheet, cells: [], finals: [], covers, slots };
    this.subjectIndex.set(key, open);
    this.found.marks.push(open);
    return open;
  }

  private slotsOf(key: string): Map<string, MarkCell> {
    const known = this.slotIndex.get(key);
    if (known) return known;
    const slots = new Map<string, MarkCell>();
    this.slotIndex.set(key, slots);
    return slots;
  }

  /** A cell of a grid; one that repeats an earlier lesson's cell with another text is rejected. */
  cell(open: Open, slot: Slot, text: string, line: Line, col: number): void {
    const key = `${slot.date}#${slot.ordinal}`;
    const earlier = open.slots.get(key);
    if (earlier === undefined) {
      const address = cellAddress(line.index, col);
      const cell: MarkCell = { ...slot, text, address, enteredOn: null };
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

  lesson(lesson: RecognisedLesson): void {
    const key = `${lesson.className}|${lesson.subject}|${lesson.date}|${lesson.ordinal}`;
    if (this.lessonIndex.has(key)) return;
    this.lessonIndex.add(key);
    this.found.lessons.push(lesson);
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
