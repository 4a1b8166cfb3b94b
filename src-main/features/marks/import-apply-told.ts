import { insertRows } from '../../database/bulk.ts';
import { overlaps } from '../../domain/dates.ts';
import type { ClassState, ToldDays } from './import-types.ts';
import type { Work } from './import-work.ts';

/** Writes what is remembered of the files: the days they told about, answers, columns. */

const columns = ['class_id', 'subject_id', 'student_id', 'starts_on', 'ends_on', 'at'] as const;

/** Everyone who was in the class in these days. */
const membersIn = ({ members }: ClassState, { from, to }: ToldDays): ReadonlySet<number> =>
  new Set(
    members
      .filter((member) => overlaps({ from: member.from, to: member.to }, { from, to }))
      .map(({ id }) => id),
  );

/** Days of the whole class where the file told of everybody, otherwise of each told student. */
export const applyCoverages = async ({
  trx,
  job,
  plan,
  decided,
  now,
  subjectId,
}: Work): Promise<void> => {
  const students = new Map(decided.map(({ pupil, studentId }) => [pupil, studentId]));
  const told = plan.days.filter(({ pupil }) => students.has(pupil));
  const groups = Map.groupBy(
    told,
    ({ state, subject, from, to }) => `${state.id}|${from}|${to}|${subject}`,
  );
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { state, subject, from, to } = first;
    const ids = new Set(group.flatMap(({ pupil }) => students.get(pupil) ?? []));
    const isWhole = [...membersIn(state, first)].every((id) => ids.has(id));
    const place = [state.id, subjectId(subject)];
    return (isWhole ? [null] : [...ids]).map((id) => [...place, id, from, to, now]);
  });
  await insertRows(trx, 'mark_coverages', columns, rows, { job, stage: 'writing' });
};

/** Answers of this import, so that the next one proposes them. */
export const applyRemembered = async ({ trx, decided }: Work): Promise<void> => {
  for (const { pupil, studentId, remember } of decided) {
    if (
      !remember ||
      pupil.state.remembered.get(`${pupil.nameKey}|${pupil.pupil.occurrence}`) === studentId
    )
      continue;
    const place = {
      class_id: pupil.state.id,
      name_key: pupil.nameKey,
      occurrence: pupil.pupil.occurrence,
    };
    const changed = await trx('mark_students').where(place).update({ student_id: studentId });
    if (changed === 0) await trx('mark_students').insert({ ...place, student_id: studentId });
  }
};

/** Columns a person has named, by the row of titles. */
export const applyMappings = async ({ trx, plan }: Work): Promise<void> => {
  for (const { headerKey, kind, columns: named } of plan.mappings) {
    const mapping = { kind, mapping: JSON.stringify(named) };
    const changed = await trx('table_mappings').where({ header_key: headerKey }).update(mapping);
    if (changed === 0) await trx('table_mappings').insert({ header_key: headerKey, ...mapping });
  }
};
