import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../src-main/app/maintenance.ts';
import { openTestOffice } from '../support/office.ts';
import { folderDay, folderPassword, type Tells, tellsOf } from '../support/folders/tells.ts';

/** Folders of released versions open with today's program and tell the same as then. */

const folders = fileURLToPath(new URL('../fixtures/folders/', import.meta.url));
const versions = readdirSync(folders).filter((name) => /^\d/u.test(name));

interface Snapshot extends Tells {
  readonly newest: number;
  readonly recoveryCode: string;
}

/** Since 0028 «НП» of the usual codes has a meaning of its own; all else is told as it was. */
const asOfToday = (answer: unknown): object =>
  JSON.parse(
    JSON.stringify(answer).replaceAll(
      '{"code":"НП","meaning":"absent"}',
      '{"code":"НП","meaning":"unexcused"}',
    ),
  );

const withCopy = async (
  version: string,
  work: (folder: string, then: Snapshot) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  try {
    const bytes = gunzipSync(readFileSync(join(folders, version, 'office.sqlite.gz')));
    writeFileSync(join(folder, 'office.sqlite'), bytes);
    await work(folder, JSON.parse(readFileSync(join(folders, version, 'tells.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test('there is a folder of 0.1.0', () => expect(versions).toContain('0.1.0'));

test.each(versions)('a folder of %s tells the same as before', async (version) => {
  await withCopy(version, async (folder, { recoveryCode: _code, ...then }) => {
    const office = await openTestOffice({ folder, today: folderDay });
    try {
      await office.call('lock.unlock', { password: folderPassword });
      const ask = (name: string, input: object) => office.call(name as never, input as never);
      const now = await tellsOf(ask, then.newest);
      for (const [question, answer] of Object.entries(then))
        if (typeof answer === 'number') expect(now[question]).toBe(answer);
        else expect(now[question], question).toMatchObject(asOfToday(answer));
      expect(office.bugs).toEqual([]);
    } finally {
      await office.close();
    }
    expect((await checkDatabase(folder)).bytes).toBeGreaterThan(0);
  });
});

/** Tables have got columns since: that is no change of the rows. */
test.each(versions)(
  'what was done in a folder of %s is taken back and brought again',
  async (version) => {
    await withCopy(version, async (folder) => {
      const office = await openTestOffice({ folder, today: folderDay });
      await office.call('lock.unlock', { password: folderPassword });
      const { rows } = await office.call('audit.list', { limit: 500 });
      const last = (operation: string) => rows.find((row) => row.operation === operation)?.id ?? 0;
      for (const operation of ['credentials.save', 'appeals.close'] as const) {
        const id = last(operation);
        expect(await office.call('audit.describe', { id }), operation).toMatchObject({
          obstacle: null,
        });
        await office.call('audit.undo', { id });
      }
      await office.call('audit.redo', { id: last('appeals.close') });
      await office.close();
    });
  },
);

test.each(versions)('the recovery code of a folder of %s sets a new password', async (version) => {
  await withCopy(version, async (folder, { recoveryCode }) => {
    const office = await openTestOffice({ folder, today: folderDay });
    const password = 'Каштан во дворе 12';
    await office.call('lock.recover', { code: recoveryCode, next: password, repeat: password });
    expect((await office.call('people.listStudents', {})).total).toBeGreaterThan(20);
    await office.close();
  });
});
