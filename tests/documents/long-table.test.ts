import { expect, test } from 'vitest';
import { column, documentOf, portrait, row, table } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { defaultPaper } from '../support/paper.ts';
import { docxText } from '../support/docx-text.ts';

test('a register of 20,000 rows becomes one Word table, the last row included', async () => {
  const columns = Array.from({ length: 3 }, () => column(1));
  const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 1, 'Имя', 'Тема'));
  const model = documentOf('Журнал', portrait([table(columns, [row('№', 'ФИО', 'Тема')], rows)]));
  const text = await docxText(await renderDocx(model, defaultPaper));
  expect(text).toContain('20000');
});
