import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reply } from '../../src-main/contract/operation.ts';
import { systemClock } from '../../src-main/ports/system-clock.ts';
import { commandLine } from '../support/command-line.ts';
import { openHttpOffice } from '../support/http-office.ts';
import { importAndRefer, twoPupils } from '../support/referred-import.ts';

/** An undo refused at its COMMIT leaves the program working: screens, HTTP and the command line. */

const today = new Date(systemClock.now()).toISOString().slice(0, 10);
const password = 'Лошадь батарейка-7';

test('screens and HTTP: refused, then other commands and unlocking work', async () => {
  const office = await openHttpOffice();
  try {
    const { page, call } = office;
    const reply = async (name: never, input: unknown): Promise<Reply> => {
      const data = await call(name, input as never);
      const { rows } = await call('audit.list', { limit: 1 });
      return { ok: true, data, auditId: rows[0]?.id ?? null, undoable: true, version: null };
    };
    await call('lock.setPassword', { password, repeat: password });
    const auditId = await importAndRefer(
      reply as never,
      async (text) => {
        const path = join(office.folder, 'контингент.csv');
        writeFileSync(path, text);
        return (await office.upload(path)).handle;
      },
      today,
    );
    await expect(call('audit.undo', { id: auditId })).rejects.toThrow('row-in-use');
    await office.goto('/import');
    await page.getByRole('tab', { name: 'История загрузок' }).click();
    await page.getByRole('button', { name: 'Отменить импорт' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Отменить импорт' }).click();
    await page
      .getByText(/ссылаются другие журналы/u)
      .first()
      .waitFor();
    await call('lists.saveView', { list: 'a', name: 'Следующий', state: {} });
    await call('lock.lock', {});
    await office.goto('/');
    await page.getByLabel(/^Пароль(?: \*)?$/u).fill(password);
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: 'Программа заблокирована' })
      .waitFor({ state: 'hidden' });
    expect((await call('lists.views', { list: 'a' })).views).toHaveLength(1);
    expect((await call('people.listStudents', {})).total).toBe(2);
  } finally {
    await office.close();
  }
}, 180_000);

test('the command line: refused with its reason, the next command works', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const file = join(folder, 'контингент.csv');
  writeFileSync(file, twoPupils);
  const office = (...words: readonly string[]) =>
    commandLine([...words, '--data', join(folder, 'data'), '--json']);
  const call = (name: string, input: unknown) => office('call', name, JSON.stringify(input));
  try {
    expect(await office('import', 'people', file)).toMatchObject({ code: 0 });
    const { rows } = JSON.parse((await call('people.listStudents', {})).out).data;
    const absence = { studentId: rows[0].id, from: today, to: today, reason: 'illness' };
    expect(await call('absences.save', { ...absence, excused: true, note: null })).toMatchObject({
      code: 0,
    });
    const { rows: entries } = JSON.parse((await call('audit.list', {})).out).data;
    const { id } = entries.find(
      ({ operation }: { readonly operation: string }) => operation === 'people.commitImport',
    );
    const refused = await call('audit.undo', { id });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('row-in-use') });
    expect(await call('lists.saveView', { list: 'a', name: 'Вид', state: {} })).toMatchObject({
      code: 0,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
