import type { ResourceRow, WorkEntryRow } from '../../contract/resources.ts';
import type { School } from '../../contract/settings.ts';
import type { SummaryRow } from '../../contract/summary.ts';
import { parallelTitle } from '../../domain/classes.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import type { Qualification } from '../../domain/qualifying-appeals.ts';
import { whyHoursNot, whyResourceNot } from '../../domain/qualifying-appeals.ts';
import type { AbsentStudent } from '../absences/index.ts';
import type { DatedAppeal, GivenLink } from '../appeals/index.ts';

/** Rows behind the figures: what each says of itself, and why it is not counted. */

export interface JudgedAppeal extends DatedAppeal {
  readonly qualification: Qualification;
}

const workKinds = {
  preparation: 'подготовка ресурса',
  posting: 'размещение на портале',
  consultation: 'консультация',
  search: 'поиск ресурса',
  other: 'другая работа',
} as const;

/** A row without a reason is counted. */
const rowOf = (
  row: Omit<SummaryRow, 'counted' | 'reason' | 'date' | 'quarterHours'> & Partial<SummaryRow>,
  reason: string | null = null,
): SummaryRow => ({ date: null, quarterHours: null, ...row, counted: reason === null, reason });

/** The reason says what «detail» would, so it stands once. */
export const studentRow = (student: AbsentStudent): SummaryRow => {
  const { studentId, name, className, passes, why } = student;
  const detail = passes ? [className, why] : [className];
  return rowOf(
    {
      id: studentId,
      target: 'student',
      name,
      detail: detail.filter((part) => part !== null).join('. '),
    },
    passes ? null : why,
  );
};

const stateOf = (appeal: JudgedAppeal) => ({
  number: formatRegistrationNumber(appeal),
  qualification: appeal.qualification,
});

export const appealRow = (appeal: JudgedAppeal): SummaryRow => {
  const { qualifies, why } = appeal.qualification;
  return rowOf(
    {
      id: appeal.id,
      target: 'appeal',
      name: `№ ${formatRegistrationNumber(appeal)}, ${appeal.studentName}`,
      detail: `${appeal.className}, ${appeal.subject}: ${appeal.lessonTopic}`,
      date: appeal.dated,
    },
    qualifies ? null : why,
  );
};

export const workRow = (entry: WorkEntryRow, appeal: JudgedAppeal | undefined): SummaryRow =>
  rowOf(
    {
      id: entry.id,
      target: 'work-entry',
      name: entry.teacherName,
      detail: [workKinds[entry.kind], entry.appealTitle].filter((part) => part !== null).join('; '),
      date: entry.workedOn,
      quarterHours: entry.quarterHours,
    },
    whyHoursNot(appeal ? stateOf(appeal) : null),
  );

export const resourceRow = (
  resource: ResourceRow,
  links: readonly GivenLink[],
  judged: ReadonlyMap<number, JudgedAppeal>,
): SummaryRow => {
  const given = links.flatMap(({ appealId, prepared }) => {
    const appeal = judged.get(appealId);
    return appeal ? [{ ...stateOf(appeal), dated: appeal.dated, prepared }] : [];
  });
  return rowOf(
    {
      id: resource.id,
      target: 'resource',
      name: resource.title,
      detail: `${parallelTitle(resource.parallel)} класс, ${resource.subject}: ${resource.topic}`,
      date: resource.postedOn,
    },
    whyResourceNot({ hasAuthor: resource.authorId !== null, postedOn: resource.postedOn, given }),
  );
};

export const schoolRow = (school: School | null): SummaryRow =>
  rowOf({
    id: 1,
    target: 'school',
    name: school?.shortName ?? 'Школа',
    detail: school?.name ?? 'реквизиты не заполнены',
  });
