import { afterEach, beforeEach, expect, test } from 'vitest';
import { regularForm } from '../../../src-main/domain/name-endings.ts';
import { declinePosition } from '../../../src-main/domain/statement-header.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

/** Words every object of the language answers to, though nobody put them there. */
const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

test.each(words)('«%s» is no field of suggestions', async (field) => {
  expect(await office.refusal('lists.suggest', { field })).toMatchObject({
    code: 'suggestion-unknown',
  });
});

test.each([...words, 'a.b.c', 'operation.x', 'at.length', '..', 'constructor.name'])(
  'a column «%s» of an export is an empty one',
  async (key) => {
    await office.call('lists.saveView', { list: 'a', name: 'Вид', state: {} });
    const { size } = await office.call('lists.exportTable', {
      operation: 'audit.list',
      title: 'История',
      input: {},
      columns: [
        { key, title: 'Столбец', kind: 'text' },
        { key: 'operation', title: 'Действие', kind: 'choice', labels: { x: 'икс' } },
      ],
    });
    expect(size).toBeGreaterThan(1000);
    expect(office.bugs).toEqual([]);
  },
);

test.each(words)('a position and a first name «%s» are words like any other', (word) => {
  expect(declinePosition(word, 'genitive')).toEqual({ text: word, doubtful: true });
  expect(() => regularForm('first', word.toLowerCase(), 'male', 'genitive')).not.toThrow();
});
