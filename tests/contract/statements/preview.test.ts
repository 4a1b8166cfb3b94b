import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { openFamily } from './family.ts';

/** The sheet beside the form says what the registered paper will say. */

let family: Family;

beforeAll(async () => {
  family = await openFamily();
}, 60_000);

afterAll(async () => family.school.office.close());

const words = async (document: string): Promise<string> => {
  const { office } = family.school;
  const { handle } = await office.call('printing.html', { document });
  const html = readFileSync((await office.office.locate(handle)).path, 'utf8');
  return html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/gu, ' ').replaceAll(/[\s\u00A0]+/gu, ' ');
};

/** Between the addressee and the reception strip. */
const body = (text: string): string => text.slice(text.indexOf('Директору'), text.indexOf('Вх.'));

const asked = () => ({
  studentId: family.anna,
  guardianId: family.mother,
  date: '2026-03-02',
  registeredOn: '2026-03-02',
});

test.each(['refusal', 'impossibility'] as const)(
  'the preview of %s is the printed paper without its number',
  async (kind) => {
    const { call } = family.school.office;
    const form = {
      ...asked(),
      kind,
      reason: 'нет компьютера',
      address: 'г. Заречный, ул. Новая, д. 1',
      guardianId: kind === 'refusal' ? family.mother : family.father,
      names: { applicantGenitive: 'Проверочного Имени', studentGenitive: null },
    };
    const preview = await words((await call('statements.previewForm', form)).document);
    expect(preview).toContain('Проверочного Имени');
    expect(preview).toContain('нет компьютера');
    const { id, number } = await family.register({ ...form, rememberNames: false });
    const printed = await words((await call('statements.print', { id })).document);
    const strip = [`Вх. № ${number}/2026`, 'Дата 02.03.2026'];
    const [numbered, dated] = strip as [string, string];
    expect(printed).toContain(numbered);
    expect(body(preview)).toBe(body(printed));
    expect(preview).not.toContain(dated);
  },
);

test('what forbids a statement does not forbid looking at it', async () => {
  const { call } = family.school.office;
  const { document } = await call('statements.previewForm', { ...asked(), kind: 'annulment' });
  expect(await words(document)).toContain('Прошу считать аннулированным');
  const total = (await call('statements.list', {})).total;
  await call('statements.previewForm', { ...asked(), kind: 'refusal' });
  expect((await call('statements.list', {})).total).toBe(total);
});
