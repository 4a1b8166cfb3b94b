import { describe, expect, test } from 'vitest';
import {
  absenceWords,
  countAbsences,
  unrecognisedWords,
} from '../../src-main/domain/absence-count.ts';

const cellsOf = (...codes: string[]) => codes.map((one) => ({ codes: one }));

describe('the count of missed lessons (domain.md §6)', () => {
  test.each([
    ['nothing', [], '0 уроков'],
    ['marks alone', ['5', '3 4'], '0 уроков'],
    ['«Н»: the source tells no reason', ['Н'], '1 урок: причина не указана 1'],
    ['a source that tells more', ['НП'], '1 урок: без уважительной причины 1'],
    ['two lessons in one cell', ['Н Н 5'], '2 урока: причина не указана 2'],
    ['two lessons of a day, one of them missed', ['Н', '5'], '1 урок: причина не указана 1'],
    [
      'every reason, in its order',
      ['Н', 'НП', 'У', 'Б', 'Б 3'],
      '5 уроков: по болезни 2, по уважительной причине 1, без уважительной причины 1, причина не указана 1',
    ],
    ['late, present, exempt, credit are attended', ['О', '*', 'ОСВ', 'ЗЧ', 'Н/А', '.'], '0 уроков'],
    ['a code nobody explained is no absence', ['?Х'], '0 уроков; не распознано: «Х» — 1'],
    [
      'it is named beside the figure, how often',
      ['Б', '?Х', '?Щ', '5 ?Х'],
      '1 урок: по болезни 1; не распознано: «Х» — 2, «Щ» — 1',
    ],
  ])('%s', (_, codes, words) => {
    expect(absenceWords(countAbsences(cellsOf(...codes)))).toBe(words);
  });

  test('cells of the same codes are counted together', () => {
    const many = countAbsences([
      { codes: 'Б О', times: 3 },
      { codes: 'Н ?Х', times: 2 },
    ]);
    expect(many).toMatchObject({ total: 5, ill: 3, unexplained: 2, late: 3 });
    expect(unrecognisedWords(many.unrecognised)).toBe('не распознано: «Х» — 2');
  });
});
