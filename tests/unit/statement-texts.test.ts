import { describe, expect, test } from 'vitest';
import { declinePosition, statementHeader } from '../../src-main/domain/statement-header.ts';
import {
  ADULT_PHRASE,
  FORM_KINDS,
  IMPOSSIBILITY_REASON,
  OBLIGATORY_PHRASE,
  OFFER_REMARK,
} from '../../src-main/domain/statement-texts.ts';
import {
  agreeing,
  childWord,
  DEFAULT_WORDING,
  statementParagraphs,
  statementWordingProblems,
} from '../../src-main/domain/statement-wording.ts';
import type { StatementFields } from '../../src-main/domain/statement-wording.ts';
import {
  fillWording,
  fieldsOf,
  parseWording,
  wordingProblems,
} from '../../src-main/domain/wording.ts';
import { sourcePassage } from '../support/fixtures.ts';

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

const filled: StatementFields = {
  'фио родителя': 'Иванова Анна Петровна',
  'фио ученика': 'Иванов Пётр Ильич',
  'фио ученика род': 'Иванова Петра Ильича',
  'моего ребёнка': childWord('mother', null),
  ...agreeing(null),
  класс: '8А',
  система: 'БАРС.Электронная школа',
  причина: IMPOSSIBILITY_REASON,
  'предложение услуги': OFFER_REMARK,
  'дата отказа': '1 сентября 2026 г.',
  'номер отказа': '12',
  'дата возобновления': '1 октября 2026 г.',
  'выдать логин': 'да',
  'дата рождения': '01.02.2012',
  паспорт: 'да',
};
const names = Object.keys(filled) as (keyof StatementFields)[];
const blank = Object.fromEntries(names.map((name) => [name, null])) as unknown as StatementFields;

describe('the words of the source', () => {
  test('the obligatory phrase is the source between its quotes, word for word', () => {
    const text = oneSpace(sourcePassage('s2-paragraph-7'));
    const quoted = /следующая фраза, что «([^»]+)»/.exec(text)?.[1];
    expect(OBLIGATORY_PHRASE).toBe(quoted);
  });
  test('the reason of impossibility is named by the source', () => {
    const text = oneSpace(sourcePassage('s2-paragraph-7'));
    // The source says it in the genitive: «по причине отсутствия…».
    expect(text).toContain(IMPOSSIBILITY_REASON.replace('отсутствие', 'отсутствия'));
  });
});

const text = (kind: (typeof FORM_KINDS)[number], fields = filled): string =>
  statementParagraphs(kind, fields).join('\n');

const of = (sex: 'male' | 'female', relation: 'mother' | 'guardian'): StatementFields => ({
  ...filled,
  ...agreeing(sex),
  'моего ребёнка': childWord(relation, sex),
});

const codes = (wording: string) =>
  statementWordingProblems('refusal', wording).map((one) => one.code);

describe('forms', () => {
  test('refusal: phrase, reason and remark optional', () => {
    expect(text('refusal')).toContain(OBLIGATORY_PHRASE);
    expect(text('refusal')).toContain(
      'в отношении моего ребёнка Иванова Петра Ильича, ученика (ученицы) 8А класса',
    );
    const short = text('refusal', { ...filled, причина: '', 'предложение услуги': '' });
    expect(short).toContain(OBLIGATORY_PHRASE);
    expect(short).not.toMatch(/Причина|предложено/);
  });
  test('impossibility: reason, once a week, no phrase', () => {
    expect(text('impossibility')).toContain(
      'Причина: отсутствие домашнего компьютера с доступом к сети интернет.',
    );
    expect(text('impossibility')).toContain('не реже одного раза в неделю');
    expect(text('impossibility')).not.toContain(OBLIGATORY_PHRASE);
  });
  test('annulment names the refusal, the day and the login', () => {
    expect(text('annulment')).toMatch(
      /^Прошу считать аннулированным моё заявление от 1 сентября 2026 г\. № 12 /,
    );
    expect(text('annulment')).toContain('с 1 октября 2026 г.');
    expect(text('annulment')).toContain('выдать: да');
  });
  test('words agree with the known sex; a guardian speaks of his ward', () => {
    expect(text('refusal', of('male', 'mother'))).toContain(
      'в отношении моего ребёнка Иванова Петра Ильича, ученика 8А класса',
    );
    expect(text('refusal', of('female', 'guardian'))).toContain(
      'в отношении моей подопечной Иванова Петра Ильича, ученицы 8А класса',
    );
    expect(text('refusal', of('male', 'guardian'))).toContain('в отношении моего подопечного');
    expect(text('consent-14', of('female', 'mother'))).toMatch(/достигла 14-летнего.*получила/);
    expect(text('consent-14', of('male', 'mother'))).toMatch(/достиг 14-летнего.*получил паспорт/);
  });
  test('the adult refuses by a phrase that speaks of him', () => {
    expect(text('own-refusal')).toContain(ADULT_PHRASE);
    expect(ADULT_PHRASE).toMatch(/^обучающийся проинформирован/);
    expect(text('own-refusal')).not.toContain('родител');
  });
  test('consent names age, passport and the refusal, but no passport number', () => {
    expect(text('consent-14')).toMatch(/14-летнего возраста и получил\(а\) паспорт/);
    expect(text('consent-14')).toContain('заявление от 1 сентября 2026 г. № 12');
  });
  test.each(FORM_KINDS)('%s: blank keeps every line with rules, and no field is left', (kind) => {
    const [lines, empty] = [statementParagraphs(kind, filled), statementParagraphs(kind, blank)];
    expect(empty).toHaveLength(lines.length);
    expect(empty.join('\n')).toContain('____');
    expect([...lines, ...empty].join('\n')).not.toMatch(/\{\{|\}\}|null|undefined/);
  });
  test.each(FORM_KINDS)('%s: the default wording may be saved', (kind) => {
    expect(statementWordingProblems(kind, DEFAULT_WORDING[kind])).toEqual([]);
  });
});

describe('the locked phrase', () => {
  const own = DEFAULT_WORDING.refusal;
  test('cannot be removed, doubled or typed instead of the field', () => {
    expect(codes(own.replace('{{обязательная фраза}}', ''))).toEqual(['locked-text-missing']);
    expect(codes(`${own}\n{{обязательная фраза}}`)).toEqual(['locked-text-missing']);
    expect(codes(own.replace('{{обязательная фраза}}', OBLIGATORY_PHRASE))).toEqual([
      'locked-text-missing',
    ]);
  });
  test('is printed even when a stored wording has lost it, and cannot be given from outside', () => {
    const lost = own.replace('{{обязательная фраза}}', 'всё в порядке');
    expect(statementParagraphs('refusal', filled, lost).join(' ')).toContain(OBLIGATORY_PHRASE);
    const forged = { ...filled, 'обязательная фраза': 'подмена' };
    expect(statementParagraphs('refusal', forged).join(' ')).not.toContain('подмена');
  });
  test('the rest may be rewritten', () => {
    const mine =
      'Не хочу {{Система}} для {{ фио_ученика_род }} ({{класс}}), {{обязательная фраза}}.';
    expect(codes(mine)).toEqual([]);
    expect(statementParagraphs('refusal', filled, mine)).toEqual([
      `Не хочу БАРС.Электронная школа для Иванова Петра Ильича (8А), ${OBLIGATORY_PHRASE}.`,
    ]);
  });
});

describe('placeholders', () => {
  const rules = { allowed: ['имя'], required: ['класс'], locked: [] };
  test('cut, listed, filled; values are no templates', () => {
    expect(parseWording('а {{ Имя }}б')).toEqual([
      { kind: 'text', text: 'а ' },
      { kind: 'field', name: 'имя' },
      { kind: 'text', text: 'б' },
    ]);
    expect(fieldsOf('{{имя}} {{класс}} {{ИМЯ}}')).toEqual(['имя', 'класс']);
    expect(fillWording('{{имя}}-{{класс}}', { имя: '{{класс}}$&', класс: null }, '__')).toBe(
      '{{класс}}$&-__',
    );
  });
  test.each([
    ['{{имя}} {{класс}}', []],
    ['{{имя}}', ['missing-field']],
    ['{{класс}} {{адрес}} {{адрес}}', ['unknown-field']],
    ['{{класс}} {{имя', ['broken-braces']],
    ['{{класс}} имя}}', ['broken-braces']],
    ['{{класс}} {{}}', ['unknown-field']],
    ['{класс}', ['missing-field']],
  ])('%s', (template, codes) => {
    expect(wordingProblems(template, rules).map((one) => one.code)).toEqual(codes);
  });
});

describe('header', () => {
  test.each([
    ['Директор', 'Директору', false],
    ['директор', 'директору', false],
    ['И. о. директора', 'И. о. директора', false],
    ['Исполняющий обязанности директора', 'Исполняющему обязанности директора', false],
    ['Заведующая', 'Заведующей', false],
    ['Классный руководитель', 'Классному руководителю', false],
    ['Младший учитель', 'Младшему учителю', false],
    ['Заместитель директора по учебной работе', 'Заместителю директора по учебной работе', false],
    ['Ректор', 'Ректор', true],
  ])('%s → %s', (position, dative, doubtful) => {
    expect(declinePosition(position, 'dative')).toEqual({ text: dative, doubtful });
  });
  test('the block, filled and blank; the organisation stays as it is', () => {
    const fields = {
      position: 'Директору',
      organisation: 'МБОУ «СОШ № 1»',
      head: 'Иванову И. И.',
      applicant: 'Петровой Анны Ильиничны',
      sex: 'female',
      address: 'г. Белый',
      phone: null,
    } as const;
    expect(statementHeader(fields).map((line) => [line.label, line.value])).toEqual([
      ['Директору МБОУ «СОШ № 1»', 'Иванову И. И.'],
      ['от', 'Петровой Анны Ильиничны'],
      ['проживающей по адресу:', 'г. Белый'],
      ['тел.', null],
    ]);
    expect(statementHeader({ ...fields, sex: null })[2]?.label).toBe(
      'проживающего(-ей) по адресу:',
    );
  });
});
