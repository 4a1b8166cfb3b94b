import type { OperationOutput } from '../../contract/operations.ts';
import type { Random } from './random.ts';
import type { Call } from './registers.ts';

/** Statements about the electronic diary, and logins when the folder has a password to seal them. */

interface DiaryScene {
  readonly call: Call;
  readonly random: Random;
  readonly today: string;
}

type Student = OperationOutput<'people.listStudents'>['rows'][number];

const noComputer = 'отсутствие домашнего компьютера с доступом к сети интернет';

const declare = async ({ call, random, today }: DiaryScene, student: Student): Promise<void> => {
  const { guardians } = await call('people.student', { id: student.id });
  const guardianId = guardians[0]?.id;
  if (guardianId === undefined) return;
  const impossible = random.chance(0.3);
  const family = { studentId: student.id, guardianId };
  const days = { date: today, registeredOn: today, signed: true, confirmedDeclensions: true };
  await call('statements.register', {
    ...family,
    ...days,
    kind: impossible ? 'impossibility' : 'refusal',
    reason: impossible ? noComputer : null,
  });
  // Some parents think again.
  if (!impossible && random.chance(0.25))
    await call('statements.register', { ...family, ...days, kind: 'annulment' });
};

/** About one family in forty files a statement. */
export const fillStatements = async (scene: DiaryScene): Promise<void> => {
  const { rows } = await scene.call('people.listStudents', { limit: 10_000 });
  for (const student of rows) if (scene.random.chance(0.025)) await declare(scene, student);
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
    if ((parallel ?? 0) >= 7 && random.chance(0.33))
      await call('credentials.issue', {
        ids: [id],
        receivedBy: 'student',
        receiverId: null,
        on: today,
        signed: true,
      });
  }
};
