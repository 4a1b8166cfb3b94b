import type { JournalGap, JournalGapKind } from './journal-gaps.ts';
import { counted } from './russian.ts';

/** Gaps of a journal in words: the same on the screen, on the paper and in refusals. */

type Sentence = (count: number, total: number) => string;

const lessons = (n: number): string => counted(n, 'урок', 'урока', 'уроков');
const pupils = (n: number): string => counted(n, 'ученик', 'ученика', 'учеников');

const sentences: Readonly<Record<JournalGapKind, Sentence>> = {
  'no-lessons': () => 'уроков за период не внесено',
  'no-topics': (count, total) => `нет темы: ${lessons(count)} из ${total}`,
  'no-marks': () => 'нет ни одной отметки',
  'no-final-marks': (count, total) => `нет итоговых отметок: ${pupils(count)} из ${total}`,
  'no-teacher': () => 'учитель не указан',
  'outside-terms': (count) =>
    `${lessons(count)} вне учебных периодов: войдут только в журнал за год`,
  'days-off': (count) =>
    `${lessons(count)} в нерабочие дни по календарю: отметки не входят в средний балл`,
  'not-enrolled': (count) => `${pupils(count)} с отметками за дни, когда не числились в классе`,
  'no-pupils': () => 'в классе нет учеников за этот период',
  'no-subjects': () => 'нет ни уроков, ни нагрузки педагогов',
  'other-lessons': (count) =>
    `${lessons(count)} класса за эти дни без записи об ученике: в его журнал не вошли`,
};

/** One gap as a sentence. */
export const gapText = ({
  kind,
  count,
  total,
}: Pick<JournalGap, 'kind' | 'count' | 'total'>): string => sentences[kind](count, total);

/** «Физика: нет темы: 2 урока из 5»; a gap of the whole class without a subject. */
export const gapLine = (gap: Pick<JournalGap, 'kind' | 'count' | 'total' | 'subject'>): string =>
  gap.subject === null ? gapText(gap) : `${gap.subject}: ${gapText(gap)}`;
