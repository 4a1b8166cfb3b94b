import type { CredentialRow } from '../../contract/credentials-fields.ts';
import type { ErrorField } from '../../contract/errors.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { eventProblems } from '../../domain/credentials.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { GuardianRef } from '../people/index.ts';
import { guardiansOf } from '../people/index.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings } from '../settings/index.ts';
import { rowsById } from './list.ts';
import { closeSigned, wipeAfterOf } from './take-back.ts';
import type { EventRecord } from './repository.ts';
import { addEvent, domainEvents, eventsOf, updateCredential } from './repository.ts';
import type { Standing } from './standing.ts';
import { judge, readStanding, studentIdsOf } from './standing.ts';

type Input = Asked<'credentials.issue'>;

interface Case {
  readonly row: CredentialRow;
  readonly events: readonly EventRecord[];
  /** Who is linked to the student; empty for a guardian's credential. */
  readonly guardians: readonly GuardianRef[];
}

/** Who received it; null when that is not the right person. */
const receiverOf = ({ row, guardians }: Case, { receivedBy, receiverId }: Input): number | null => {
  const own = row.owner === receivedBy;
  if (own) return receiverId === null || receiverId === row.ownerId ? row.ownerId : null;
  const isGuardian = guardians.some(({ id }) => id === receiverId);
  return row.owner === 'student' && isGuardian ? receiverId : null;
};

interface Rules {
  readonly on: IsoDate;
  readonly personalFrom: number;
  readonly standing: Standing;
}

const wrongReceiver = ({ row }: Case) => ({
  code: 'receiver-wrong',
  message:
    row.owner === 'guardian'
      ? 'Данные родителя получает только он сам.'
      : 'Получатель не записан родителем этого ученика. Выберите другого или свяжите их в карточке.',
});

/** Why this one cannot be marked; null when it can. */
const problemOf = (one: Case, input: Input, { on, personalFrom, standing }: Rules) => {
  const [problem] = eventProblems(domainEvents(one.events), { kind: 'issued', on });
  if (problem) return { code: problem.code, message: problem.message };
  const receiverId = receiverOf(one, input);
  if (receiverId === null) return wrongReceiver(one);
  const { receivedBy } = input;
  const { code, reason } = judge(one.row, { receivedBy, receiverId }, standing, personalFrom);
  return code === null ? null : { code, message: reason };
};

const refuseProblems = (cases: readonly Case[], input: Input, rules: Rules): void => {
  const found = cases.flatMap((one, at) => {
    const problem = problemOf(one, input, rules);
    return problem ? [{ at, name: one.row.fullName, ...problem }] : [];
  });
  const [first] = found;
  if (!first) return;
  const fields = found.map(({ at, name, message }): ErrorField => ({
    path: `ids.${at}`,
    message: `${name}: ${message}`,
  }));
  throw new OfficeError(first.code, fields[0]?.message ?? first.message, fields);
};

const casesOf = async (
  ids: readonly number[],
  { db }: Context,
  on: IsoDate,
): Promise<readonly Case[]> => {
  const rows = await rowsById(db, ids, on);
  if (rows.length < ids.length)
    throw new OfficeError('credential-unknown', 'Части данных уже нет. Обновите список.');
  const events = await eventsOf(db, ids);
  const students = rows.flatMap((row) => (row.owner === 'student' ? [row.ownerId] : []));
  const guardians = await guardiansOf(db, students, on);
  return rows.map((row) => ({
    row,
    events: events.get(row.id) ?? [],
    guardians: row.owner === 'student' ? (guardians.get(row.ownerId) ?? []) : [],
  }));
};

/** Marks credentials handed over (S2 §4): all of them, or none with the reasons. */
export const issue = async (
  input: Input,
  context: Context,
): Promise<OperationOutput<'credentials.issue'>> => {
  const { db, clock, job } = context;
  const { receivedBy, signed, on = clock.today() } = input;
  const rules = (await readSettings(db)).credentials;
  const cases = await casesOf([...new Set(input.ids)], context, on);
  const students = cases.flatMap(({ row }) => studentIdsOf(row));
  const standing = await readStanding(db, students, on);
  refuseProblems(cases, input, { on, personalFrom: rules.personalFrom, standing });
  let wiped = 0;
  for (const [done, one] of cases.entries()) {
    const { id } = one.row;
    const receiverId = receiverOf(one, input) ?? one.row.ownerId;
    await addEvent(db, id, { kind: 'issued', on, receivedBy, receiverId, signed });
    await updateCredential(db, id, {
      state: 'issued',
      issued_on: on,
      signed: Number(signed),
      receiver_student_id: receivedBy === 'student' ? receiverId : null,
      receiver_guardian_id: receivedBy === 'guardian' ? receiverId : null,
    });
    if (signed && (await closeSigned(context, one.row, on, rules))) wiped += 1;
    await job.step({ stage: 'issue', done: done + 1, total: cases.length });
  }
  const wipeAfter = signed ? wipeAfterOf(context, rules) : null;
  return { issued: cases.length, wiped, wipeAfter };
};
