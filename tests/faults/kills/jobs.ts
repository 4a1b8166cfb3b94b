import { copyFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeBackup } from '../../../src-main/app/maintenance.ts';
import { compareSum } from '../../../src-main/database/checksum.ts';
import { checkFile } from '../../../src-main/database/health.ts';
import { openWeek } from '../../contract/sheets/scenario.ts';
import { fillSchool, period } from '../../contract/summary/scenario.ts';
import { createTestClock } from '../../support/clock.ts';
import { schoolFile } from '../../support/fixtures.ts';
import type { KillTask } from '../../support/kill-task.ts';
import { openTestOffice } from '../../support/office.ts';
import { auditsOf, tablesOf } from './scene.ts';
import type { Scene, Side } from './scene.ts';

type Command = Omit<KillTask, 'folder' | 'today'>;

/** One command that is killed over and over, each time on a fresh copy of what `prepare` made. */
export interface Job {
  readonly name: string;
  readonly today: string;
  prepare(scene: Scene): Promise<void>;
  command(scene: Scene): Command;
  /** What tells «before» from «after» besides the rows of the base. */
  tells?(scene: Scene): Readonly<Record<string, number>>;
  /** What else must be true of the files, as the kill left them. */
  check?(scene: Scene, found: Found): void | Promise<void>;
  /** The same command again makes up for what is lacking. */
  readonly mends?: true;
}

interface Found {
  readonly side: Side;
  /** The scene as prepared. */
  readonly base: Scene;
  /** The scene of a command that nobody killed. */
  readonly whole: Scene;
}

const today = '2026-03-06';
const clock = createTestClock(today);

const emptyOffice = async ({ data }: Scene): Promise<void> =>
  (await openTestOffice({ folder: data, today })).close();

const importPeople = async ({ data }: Scene): Promise<number> => {
  const office = await openTestOffice({ folder: data, today });
  const file = await office.office.register(schoolFile('kontingent.xlsx'));
  const { plan } = await office.call('people.previewImport', { file });
  const { auditId } = await office.command('people.commitImport', { plan });
  await office.close();
  return auditId;
};

const copiesIn = ({ data }: Scene): readonly string[] => {
  const backups = join(data, 'backups');
  const names = existsSync(backups) ? readdirSync(backups) : [];
  return names.filter((name) => name.endsWith('.sqlite')).map((name) => join(backups, name));
};

/** A copy under its final name is whole, has its sum and holds what the base held. */
const checkCopies = async (scene: Scene, held: Scene): Promise<void> => {
  for (const copy of copiesIn(scene)) {
    expect(await compareSum(copy)).toBe('same');
    expect(checkFile(copy, 'full')).toEqual([]);
    expect(tablesOf(copy)).toEqual(tablesOf(join(held.data, 'office.sqlite')));
  }
};

/** Nothing half-written stands under a final name. */
const checkOut = ({ out }: Scene, whole: Scene): readonly string[] => {
  const names = existsSync(out) ? readdirSync(out) : [];
  const done = names.filter((name) => !/\.[\da-f]{8}\.(?:part|old)$/u.test(name));
  for (const name of done)
    expect(readFileSync(join(out, name)).equals(readFileSync(join(whole.out, name)))).toBe(true);
  return done;
};

const importJob: Job = {
  name: 'import',
  today,
  prepare: emptyOffice,
  command: () => ({
    command: 'import',
    positionals: ['people', schoolFile('kontingent.xlsx')],
    options: {},
    from: { step: 'people.commitImport', nth: 1 },
  }),
};

const undoJob: Job = {
  name: 'undo',
  today,
  prepare: async (scene) => expect(await importPeople(scene)).toBe(1),
  command: () => ({
    command: 'call',
    positionals: ['audit.undo', '{"id": 1}'],
    options: {},
    from: { step: 'audit.undo', nth: 1 },
  }),
};

/** Two classes owe a sheet, as in tests/faults/sheets.test.ts. */
const sheetsJob: Job = {
  name: 'sheets',
  today,
  async prepare({ data }) {
    const { family, lesson, petrsLesson } = await openWeek(today);
    const { office, petr, petrFather } = family.school;
    await family.register();
    const reason = 'нет интернета';
    const change = { studentId: petr, guardianId: petrFather, reason };
    await family.register({ kind: 'impossibility', ...change });
    await lesson('2026-03-04', 'Алгебра', '4');
    await petrsLesson('2026-03-04');
    await office.office.close();
    cpSync(office.folder, data, { recursive: true });
    rmSync(office.folder, { recursive: true });
  },
  command: ({ out }) => ({
    command: 'sheets',
    positionals: [],
    options: { week: '2026-W10', out },
    // The second class is the last one: what follows writes the files and records them.
    from: { step: 'read', nth: 2 },
  }),
  check(scene, { side, whole }) {
    const done = checkOut(scene, whole);
    if (side === 'after') expect(done).toEqual(readdirSync(whole.out));
  },
  mends: true,
};

/** A version without its files misleads nobody: the same command writes the same files. */
const reportJob: Job = {
  name: 'report',
  today: '2026-05-15',
  async prepare({ data }) {
    const office = await openTestOffice({ folder: data, today: '2026-05-15' });
    await fillSchool(office);
    await office.close();
  },
  command: ({ out }) => ({
    command: 'report',
    positionals: [],
    options: { ...period, out },
    from: { step: 'summary.finalise', nth: 1 },
  }),
  // Each run is audited, also one that finds its version there.
  tells: ({ data }) => ({ audit: Math.min(1, auditsOf(data, 'summary.finalise')) }),
  check(scene, { side, whole }) {
    const done = checkOut(scene, whole);
    if (side === 'before') expect(done).toEqual([]);
  },
  mends: true,
};

const backupJob: Job = {
  name: 'backup',
  today,
  prepare: async (scene) => void (await importPeople(scene)),
  command: () => ({ command: 'backup', positionals: [], options: {}, from: null }),
  tells: (scene) => ({ copies: copiesIn(scene).length }),
  check: (scene, { base }) => checkCopies(scene, base),
};

/** The copy is the empty base, the present one has the pupils. */
const restoreJob: Job = {
  name: 'restore',
  today,
  async prepare(scene) {
    await emptyOffice(scene);
    copyFileSync(await makeBackup(scene.data, clock), scene.backup);
    rmSync(join(scene.data, 'backups'), { recursive: true });
    await importPeople(scene);
  },
  command: ({ backup }) => ({
    command: 'restore',
    positionals: [backup],
    options: {},
    from: null,
  }),
  async check(scene, { side, base }) {
    await checkCopies(scene, base);
    if (side === 'after') expect(copiesIn(scene)).toHaveLength(1);
  },
};

export const jobs: readonly Job[] = [
  importJob,
  undoJob,
  sheetsJob,
  reportJob,
  backupJob,
  restoreJob,
];
