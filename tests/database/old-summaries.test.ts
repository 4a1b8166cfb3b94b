import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyPackage } from '../../src-main/features/summary/package.ts';
import { openTestOffice } from '../support/office.ts';
import { folderDay, folderPassword } from '../support/folders/tells.ts';

/** Summaries finalised before the program counted qualifying appeals only. */

const folders = fileURLToPath(new URL('../fixtures/folders/', import.meta.url));
const versions = readdirSync(folders).filter((name) => /^0\.[123]\./u.test(name));

interface Stored {
  readonly id: number;
  readonly content: string;
  readonly frozen_rows: string;
  readonly sha256: string;
}

const storedIn = (file: string): readonly Stored[] => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare('SELECT id, content, frozen_rows, sha256 FROM summaries').all() as Stored[];
  } finally {
    db.close();
  }
};

test.each(versions)('a summary of a folder of %s keeps figures, rows and file', async (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const file = join(folder, 'office.sqlite');
  writeFileSync(file, gunzipSync(readFileSync(join(folders, version, 'office.sqlite.gz'))));
  const stored = storedIn(file);
  expect(stored.length).toBeGreaterThan(0);
  const office = await openTestOffice({ folder, today: folderDay });
  try {
    await office.call('lock.unlock', { password: folderPassword });
    for (const { id, content, frozen_rows: rows, sha256 } of stored) {
      const then = JSON.parse(content) as { readonly figures: object };
      const shown = await office.call('summary.version', { id });
      expect(shown).toMatchObject({
        figures: then.figures,
        notCounted: { appeals: 0, quarterHours: 0, resources: 0 },
        countingText: null,
        reissueOf: null,
        difference: { changed: true, countingChanged: true },
      });
      const { json } = await office.call('summary.files', { id });
      const text = readFileSync((await office.office.locate(json.handle)).path, 'utf8');
      expect(JSON.parse(text)).toEqual({ ...then, sha256 });
      expect(verifyPackage(JSON.parse(text)).ok).toBe(true);
      const frozen = JSON.parse(rows) as Readonly<Record<string, readonly unknown[]>>;
      const filters = { version: id, figure: 'appeals', counted: true } as const;
      const page = await office.call('summary.listRows', { filters });
      expect(page.total).toBe(frozen['appeals']?.length);
      await office.call('summary.print', { id });
    }
    expect(storedIn(file)).toEqual(stored);
    expect(office.bugs).toEqual([]);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
