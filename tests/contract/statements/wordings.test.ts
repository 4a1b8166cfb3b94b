import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OBLIGATORY_PHRASE } from '../../../src-main/domain/statement-texts.ts';
import { zipOf } from '../../fixtures/file-bytes.ts';
import { docxParts, docxText } from '../../support/docx-text.ts';
import { openFamily, type Family } from './family.ts';

let family: Family;
let folder = '';

beforeEach(async () => {
  family = await openFamily();
  folder = mkdtempSync(join(tmpdir(), 'own-forms-'));
});
afterEach(async () => {
  await family.school.office.close();
  rmSync(folder, { recursive: true, force: true });
});

const call: Family['school']['office']['call'] = (name, input) =>
  family.school.office.call(name, input);
const refusalWording = async () =>
  (await call('statements.wordings', {})).wordings.find(({ kind }) => kind === 'refusal');
const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('the editable text', () => {
  test('is saved, shown as changed and put back', async () => {
    const text =
      'Отказываюсь за {{фио ученика род}}, {{класс}}, {{система}}: {{обязательная фраза}}.';
    await call('statements.saveWording', { kind: 'refusal', text });
    expect(await refusalWording()).toMatchObject({ text, changed: true });
    await call('statements.resetWording', { kind: 'refusal' });
    const back = await refusalWording();
    expect([back?.changed, back?.text]).toEqual([false, back?.original]);
  });

  test('without the phrase, with an unknown field or broken braces is refused, all at once', async () => {
    const text = 'Отказываюсь {{фио ученика род} и {{чужое поле}} в {{класс}}';
    const { code, fields } = await family.school.office.refusal('statements.saveWording', {
      kind: 'refusal',
      text,
    });
    expect(code).toBe('wording-problems');
    const said = fields.map(({ message }) => message).join('\n');
    for (const part of ['{{чужое поле}}', '{{система}}', '{{обязательная фраза}}', 'Скобки'])
      expect(said).toContain(part);
    const preview = await call('statements.previewWording', { kind: 'refusal', text });
    expect(preview.problems).toHaveLength(fields.length);
    expect((await refusalWording())?.changed).toBe(false);
  });
});

const run = (text: string): TextRun => new TextRun(text);

/** A school's own form: a field cut into runs as Word does, one in a table, one in the footer. */
const ownForm = (phrase: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph('Вх. № {{вх номер}}')] }) },
          children: [
            new Paragraph({
              children: [run('От {'), run('{фио зая'), run('вителя '), run('род}'), run('} прошу')],
            }),
            new Table({
              rows: [
                new TableRow({
                  children: [new TableCell({ children: [new Paragraph('{{ Класс }} класс')] })],
                }),
              ],
            }),
            new Paragraph(`Ребёнок {{фио_ученика_род}}, система {{система}}, ${phrase}.`),
          ],
        },
      ],
    }),
  );

const given = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return family.school.office.office.register(path, name);
};
const saved = async (bytes: Uint8Array) =>
  call('statements.saveTemplate', { kind: 'refusal', file: await given('Наш бланк.docx', bytes) });
const refused = async (name: string, bytes: Uint8Array) => {
  const file = await given(name, bytes);
  return family.school.office.refusal('statements.saveTemplate', { kind: 'refusal', file });
};

describe('the school’s own DOCX', () => {
  test('is filled in runs, tables and the footer; the phrase stays word for word', async () => {
    await saved(await ownForm('{{обязательная фраза}}'));
    const { id } = await family.register();
    const { handle, name } = await call('statements.printByTemplate', { id });
    expect(name).toBe('Заявление № 1-2026.docx');
    const { bytes } = await family.school.office.office.read(handle);
    const text = words(await docxText(bytes));
    expect(text).toContain('От Ивановой Алёны Викторовны прошу');
    expect(text).toContain('8А класс');
    expect(text).toContain(`Ребёнок Ивановой Анны Сергеевны, система БАРС, ${OBLIGATORY_PHRASE}.`);
    const footer = [...(await docxParts(bytes))].find(([path]) => /footer\d*\.xml$/u.test(path));
    expect(footer?.[1].replaceAll(/<[^>]*>/gu, '')).toBe('Вх. № 1/2026');
    expect(text).not.toContain('{{');
    expect((await refusalWording())?.template?.fields).toContain('фио заявителя род');
  });

  test('without the phrase’s field or with a strange one is not saved, and says which', async () => {
    const { code, fields } = await refused('Бланк.docx', await ownForm('{{подпись мэра}}'));
    expect(code).toBe('template-problems');
    const said = fields.map(({ message }) => message).join('\n');
    expect(said).toContain('{{подпись мэра}}');
    expect(said).toContain('{{обязательная фраза}}');
    const check = await call('statements.checkTemplate', {
      kind: 'refusal',
      file: await given('Ещё.docx', await ownForm('{{подпись мэра}}')),
    });
    expect(check.problems.map((one) => one.code).toSorted()).toEqual([
      'locked-text-missing',
      'unknown-field',
    ]);
    expect((await refusalWording())?.template).toBeNull();
  });

  test.each([
    ['doc.docx', Buffer.from('{\\rtf1 не тот файл}'), 'template-unreadable'],
    ['пусто.docx', Buffer.alloc(0), 'template-unreadable'],
    ['обрыв.docx', Buffer.from('PK\u0003\u0004обрыв'), 'file-truncated'],
  ])('%s is refused', async (name, bytes, code) => {
    expect((await refused(name, bytes)).code).toBe(code);
  });

  test('with macros is refused, and without them is taken', async () => {
    const parts = [...(await docxParts(await ownForm('{{обязательная фраза}}')))];
    const packed = (...names: readonly string[]) =>
      zipOf(
        [...parts, ...names.map((name) => [name, 'Sub Main()'] as const)].map(([name, text]) => ({
          name,
          packed: deflateRawSync(text),
          declared: Buffer.byteLength(text),
        })),
      );
    expect(await refused('Бланк.docx', packed('word/vbaProject.bin'))).toMatchObject({
      code: 'template-with-macros',
      fields: [{ path: 'file' }],
    });
    expect((await refusalWording())?.template).toBeNull();
    await saved(packed());
    expect((await refusalWording())?.template).not.toBeNull();
  });

  test('the program’s own form with its fields may be loaded back as it is, for every kind', async () => {
    for (const kind of ['refusal', 'impossibility', 'annulment', 'consent-14'] as const) {
      const { handle } = await call('statements.sampleTemplate', { kind });
      const { bytes } = await family.school.office.office.read(handle);
      const file = await given(`${kind}.docx`, bytes);
      const check = await call('statements.checkTemplate', { kind, file });
      expect([kind, check.problems]).toEqual([kind, []]);
      await call('statements.saveTemplate', { kind, file });
    }
    await call('statements.removeTemplate', { kind: 'refusal' });
    expect(
      (await family.school.office.refusal('statements.template', { kind: 'refusal' })).code,
    ).toBe('template-none');
  });
});
