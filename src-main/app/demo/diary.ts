import type { OperationInput } from '../../contract/operations.ts';
import { addDays, compareDates, daysBetween, minDate } from '../../domain/dates.ts';
import type { HardCases } from './hard-cases.ts';
import type { Random } from './random.ts';
import type { Call } from './registers.ts';

/** Statements about the electronic diary, and logins when the folder has a password to seal them. */

interface DiaryScene {
  readonly call: Call;
  readonly random: Random;
  readonly today: string;
}

const noComputer = 'отсутствие домашнего компьютера с доступом к сети интернет';

type Registration = OperationInput<'statements.register'>;

/** What a family files: a refusal or an impossibility, and sometimes it thinks again. */
const inventStatements = (
  { random, today }: DiaryScene,
  studentId: number,
  guardianId: number,
  registeredOn: string,
): readonly Registration[] => {
  const impossible = random.chance(0.3);
  const family = { studentId, guardianId, signed: true, confirmedDeclensions: true };
  const later = minDate(addDays(registeredOn, 14), today);
  const first: Registration = {
    ...family,
    date: registeredOn,
    registeredOn,
    kind: impossible ? 'impossibility' : 'refusal',
    reason: impossible ? noComputer : null,
  };
  return !impossible && random.chance(0.25)
    ? [first, { ...family, date: later, registeredOn: later, kind: 'annulment' }]
    : [first];
};

/** About one family in forty files a statement, from the first day of lessons to today. */
export const fillStatements = async (
  scene: DiaryScene,
  from: string,
  { statements, stating, decided }: HardCases,
): Promise<void> => {
  const { call, random, today } = scene;
  const { rows } = await call('people.listStudents', { limit: 10_000 });
  const filed: Registration[] = [...statements];
  for (const { id, age } of rows) {
    // Of age the student states himself.
    if (!random.chance(0.025) || (age ?? 0) >= 18 || stating.has(id)) continue;
    const { guardians } = await call('people.student', { id });
    const guardianId = guardians.find(({ represents }) => represents)?.id;
    if (guardianId === undefined) continue;
    const on = addDays(from, random.below(daysBetween(from, today) + 1));
    filed.push(...inventStatements(scene, id, guardianId, on));
  }
  // Numbers follow the days.
  filed.sort((a, b) => compareDates(a.registeredOn, b.registeredOn));
  for (const statement of filed) await call('statements.register', statement);
  if (decided !== null)
    await call('statements.decideAccess', {
      studentId: decided,
      allowed: true,
      reason: 'Педагогический совет, протокол № 3',
    });
};

/** Weekly sheets of every week that is over but the last one, printed and handed over. */
export const fillSheets = async (call: Call): Promise<void> => {
  const { weeks } = await call('sheets.weeks', {});
  const done = weeks.filter(({ over, owed }) => over && owed > 0).slice(1);
  for (const { week } of done.toReversed()) {
    // A sheet of a week without lessons is printed in the demonstration, too.
    const selection = { kind: 'due' as const, week };
    const { print } = await call('sheets.prepare', { selection, empty: 'print' });
    await call('sheets.issue', { print });
    await call('sheets.markHandedOver', { selection: { week } });
  }
};

const signs = 'abcdefghkmnpqrstuvwxyz23456789';

const inventSecret = (random: Random): string =>
  Array.from({ length: 8 }, () => signs[random.below(signs.length)]).join('');

/** Logins of every student; a third of the seniors have signed for theirs. */
export const fillCredentials = async ({ call, random, today }: DiaryScene): Promise<void> => {
  const { rows } = await call('people.listStudents', { limit: 10_000 });
  for (const { id: ownerId, parallel } of rows) {
    const { id } = await call('credentials.save', {
      id: null,
      owner: 'student',
      ownerId,
      kind: 'password',
      login: `u${ownerId}`,
      secret: inventSecret(random),
    });
    const comes = (parallel ?? 0) >= 7 && random.chance(0.33);
    // A child whose parents refuse the service is handed none.
    if (comes && (await call('credentials.get', { id })).withheld === null)
      await call('credentials.issue', {
        ids: [id],
        receivedBy: 'student',
        receiverId: null,
        on: today,
        signed: true,
      });
  }
};
