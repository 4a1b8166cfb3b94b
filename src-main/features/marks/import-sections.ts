import { showCodes } from '../../domain/mark-codes.ts';
import { fold, fullName } from '../../domain/names.ts';
import { isWanted, lessonsOfState, sameTold } from './import-counts.ts';
import type {
  FinalEntry,
  MarkEntry,
  MarksPlan,
  PlanLesson,
  PlanPupil,
  Remark,
  Told,
  UnknownCode,
} from './import-types.ts';
import type { OperationOutput } from '../../contract/operations.ts';

/** Rows of the preview. They are made for the page that is shown: a plan has 100,000 marks. */

export type Row = OperationOutput<'marks.listPlanRows'>['rows'][number];

/** Rows of one kind and status. */
export interface Section {
  readonly kind: Row['kind'];
  readonly status: Row['status'];
  readonly items: readonly Item[];
}

export interface Item {
  readonly className: string;
  /** Folded words the search looks at. */
  readonly words: string;
  row(): Row;
}

const empty = {
  fullName: '',
  subject: '',
  date: null,
  was: null,
  becomes: null,
  code: null,
  reason: null,
  candidates: [] as Row['candidates'],
  remembered: null,
  count: 1,
};

const section = (kind: Row['kind'], status: Row['status'], items: readonly Item[]): Section => ({
  kind,
  status,
  items,
});

/** Candidates are filled in for the page only; here stand their ids. */
const question = (plan: MarksPlan, one: PlanPupil): Item => ({
  className: one.state.name,
  words: fold(fullName(one.pupil)),
  row: () => ({
    ...empty,
    key: one.key,
    kind: 'pupil',
    status: 'question',
    fileName: plan.files[one.file]?.name ?? '',
    sheet: one.pupil.where.sheet,
    address: one.pupil.where.address,
    className: one.state.name,
    fullName: fullName(one.pupil),
    code: one.code,
    reason: one.reason,
    remembered: one.studentId,
    count: one.count,
  }),
});

const remark = (plan: MarksPlan, kind: Row['kind'], status: Row['status']) => {
  return (one: Remark, at: number): Item => ({
    className: one.className,
    words: fold(`${one.fullName} ${one.subject}`),
    row: () => ({
      ...empty,
      key: `${status}-${at}`,
      kind,
      status,
      fileName: plan.files[one.file]?.name ?? '',
      sheet: one.where.sheet,
      address: one.where.address,
      className: one.className,
      fullName: one.fullName,
      subject: plan.subjects.get(one.subject) ?? one.subject,
      code: one.code,
      reason: one.message,
      count: one.count,
    }),
  });
};

const unknownCode = (plan: MarksPlan, one: UnknownCode): Item => ({
  className: '',
  words: fold(one.code),
  row: () => ({
    ...empty,
    key: `code-${one.code}`,
    kind: 'code',
    status: 'warning',
    fileName: plan.files[one.file]?.name ?? '',
    sheet: one.sheet,
    address: one.address,
    className: '',
    becomes: one.code,
    code: 'code-unknown',
    reason: `Код «${one.code}» в таблице кодов не найден: ячейки сохранятся как есть. Добавьте код в таблицу, если знаете, что он значит.`,
    count: one.count,
  }),
});

const newSubject = (plan: MarksPlan, subject: string): Item => ({
  className: '',
  words: subject,
  row: () => ({
    ...empty,
    key: `subject-${subject}`,
    kind: 'subject',
    status: 'new',
    fileName: '',
    sheet: '',
    address: '',
    className: '',
    subject: plan.subjects.get(subject) ?? subject,
  }),
});

const markItem = (plan: MarksPlan, pupil: PlanPupil, entry: MarkEntry, words: string): Item => ({
  className: pupil.state.name,
  words: `${words} ${entry.lesson.subject}`,
  row: () => ({
    ...empty,
    key: `${pupil.key}|${entry.lesson.subject}|${entry.lesson.date}|${entry.lesson.ordinal}`,
    kind: 'mark',
    status: entry.status,
    fileName: plan.files[entry.file]?.name ?? '',
    sheet: entry.told?.sheet ?? '',
    address: entry.told?.address ?? '',
    className: pupil.state.name,
    fullName: fullName(pupil.pupil),
    subject: plan.subjects.get(entry.lesson.subject) ?? entry.lesson.subject,
    date: entry.lesson.date,
    was: entry.old ? showCodes(entry.old.codes) : null,
    becomes: entry.told ? showCodes(entry.told.codes) : null,
  }),
});

const finalItem = (plan: MarksPlan, pupil: PlanPupil, entry: FinalEntry, words: string): Item => ({
  className: pupil.state.name,
  words: `${words} ${entry.subject}`,
  row: () => ({
    ...empty,
    key: `${pupil.key}|${entry.subject}|${entry.told.period}`,
    kind: 'final',
    status: entry.status,
    fileName: plan.files[entry.file]?.name ?? '',
    sheet: entry.told.sheet,
    address: entry.told.address,
    className: pupil.state.name,
    fullName: fullName(pupil.pupil),
    subject: plan.subjects.get(entry.subject) ?? entry.subject,
    date: entry.told.period,
    was: entry.old ? showCodes(entry.old.codes) : null,
    becomes: showCodes(entry.told.codes),
  }),
});

const toldText = ({ topic, homework }: Told): string =>
  [topic, homework === null ? null : `Задание: ${homework}`].filter(Boolean).join('. ') ||
  'без темы и задания';

const lessonItem = (plan: MarksPlan, className: string, lesson: PlanLesson): Item => ({
  className,
  words: `${lesson.subject} ${fold(lesson.told ? toldText(lesson.told) : '')}`,
  row: () => ({
    ...empty,
    key: `${className}|${lesson.subject}|${lesson.date}|${lesson.ordinal}`,
    kind: 'lesson',
    status: lesson.stored ? 'changed' : 'new',
    fileName: plan.files[lesson.told?.file ?? -1]?.name ?? '',
    sheet: lesson.told?.where.sheet ?? '',
    address: lesson.told?.where.address ?? '',
    className,
    subject: plan.subjects.get(lesson.subject) ?? lesson.subject,
    date: lesson.date,
    was: lesson.stored ? toldText(lesson.stored) : null,
    becomes: lesson.told ? toldText(lesson.told) : null,
  }),
});

/** Pupils gone through between two looks at «отменить». */
const pupilsPerPause = 100;

const entriesOf = async (
  plan: MarksPlan,
  status: MarkEntry['status'],
  pause: () => Promise<void>,
): Promise<readonly Section[]> => {
  const marks: Item[] = [];
  const finals: Item[] = [];
  for (const [index, pupil] of plan.pupils.entries()) {
    if (index % pupilsPerPause === pupilsPerPause - 1) await pause();
    if (!pupil.outcome) continue;
    const words = fold(fullName(pupil.pupil));
    for (const entry of pupil.outcome.marks)
      if (entry.status === status) marks.push(markItem(plan, pupil, entry, words));
    for (const entry of pupil.outcome.finals)
      if (entry.status === status) finals.push(finalItem(plan, pupil, entry, words));
  }
  return [section('mark', status, marks), section('final', status, finals)];
};

const lessonsOf = (plan: MarksPlan, status: 'new' | 'changed'): Section => {
  const items = plan.states.flatMap((state) =>
    [...lessonsOfState(state)]
      .filter((lesson) =>
        status === 'new'
          ? !lesson.stored && isWanted(lesson)
          : lesson.stored && lesson.told && !sameTold(lesson.stored, lesson.told),
      )
      .map((lesson) => lessonItem(plan, state.name, lesson)),
  );
  return section('lesson', status, items);
};

/** Questions first, then what is lost or replaced, what to look at, and last what is simply new. */
export const sectionsOf = async (
  plan: MarksPlan,
  pause: () => Promise<void>,
): Promise<readonly Section[]> => {
  const asked = plan.pupils.filter(({ status }) => status === 'asked');
  const remembered = plan.pupils.filter(({ status }) => status === 'remembered');
  return [
    section(
      'pupil',
      'question',
      [...asked, ...remembered].map((one) => question(plan, one)),
    ),
    section('cell', 'rejected', plan.rejected.map(remark(plan, 'cell', 'rejected'))),
    section(
      'code',
      'warning',
      plan.unknownCodes.map((one) => unknownCode(plan, one)),
    ),
    ...(await entriesOf(plan, 'changed', pause)),
    ...(await entriesOf(plan, 'vanished', pause)),
    lessonsOf(plan, 'changed'),
    section('warning', 'warning', plan.warnings.map(remark(plan, 'warning', 'warning'))),
    section(
      'subject',
      'new',
      [...plan.newSubjects.keys()].map((one) => newSubject(plan, one)),
    ),
    ...(await entriesOf(plan, 'new', pause)),
    lessonsOf(plan, 'new'),
  ];
};
