/**
 * The forms about the electronic diary: their titles and the locked phrase (S2 §7,
 * domain.md §10). The permission of an adult and his own statements stand in neither source: their texts are
 * the program's draft.
 */
import type { StatementKind } from './statements.ts';

/** S2 §7, word for word (white space apart). Nobody edits it; a test compares it with the source. */
export const OBLIGATORY_PHRASE =
  'родитель проинформирован о том, что отказ от получения данной услуги в электронном виде влечет за собой ' +
  'предоставление информации о текущей успеваемости не чаще 1 раза в неделю, а также невозможность получения ' +
  'информации о домашних заданиях с помощью сети Интернет (в этом случае информацию о домашних заданиях ' +
  'ученик записывает самостоятельно на каждом занятии)';

/**
 * The same for an adult student who refuses himself; S2 words it for a parent, so this is the
 * program's draft.
 */
export const ADULT_PHRASE = OBLIGATORY_PHRASE.replace(/^родитель/, 'обучающийся');

/** S2 §7: the only reason of impossibility it names. */
export const IMPOSSIBILITY_REASON = 'отсутствие домашнего компьютера с доступом к сети интернет';

/** The optional remark of a refusal: the office offered the service (S2, closing note). */
export const OFFER_REMARK =
  'Получить услугу в электронном виде мне было предложено, необходимости в ней не вижу.';

/** The adult student's own statements have a text of their own. */
export const FORM_KINDS = [
  'refusal',
  'impossibility',
  'annulment',
  'consent-14',
  'permission-18',
  'own-refusal',
  'own-impossibility',
  'own-annulment',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** The form of a statement; `guardianId` null: the adult student states for himself. */
export const formKindOf = (kind: StatementKind, guardianId: number | null): FormKind => {
  if (guardianId !== null || kind === 'consent-14' || kind === 'permission-18') return kind;
  return `own-${kind}`;
};

/** Whether the student himself signs the form. */
export const isOfStudent = (form: FormKind): boolean =>
  form === 'consent-14' || form === 'permission-18' || form.startsWith('own-');

/** Whether the form is the program's draft: neither source words it. */
export const isOwnDraft = (form: FormKind): boolean =>
  form === 'permission-18' || form.startsWith('own-');

const REFUSAL_TITLE = 'Отказ от получения услуги в электронном виде';
const IMPOSSIBILITY_TITLE = 'Заявление о невозможности получения услуги в электронном виде';

export const STATEMENT_TITLES: Readonly<Record<FormKind, string>> = {
  refusal: REFUSAL_TITLE,
  impossibility: IMPOSSIBILITY_TITLE,
  annulment: 'Аннулирование отказа',
  'consent-14': 'Согласие ученика, достигшего 14 лет',
  'permission-18': 'Разрешение совершеннолетнего ученика информировать родителя',
  'own-refusal': `${REFUSAL_TITLE} (совершеннолетний ученик)`,
  'own-impossibility': `${IMPOSSIBILITY_TITLE} (совершеннолетний ученик)`,
  'own-annulment': 'Аннулирование отказа (совершеннолетний ученик)',
};

/** The word printed in the middle of the sheet. */
export const formHeading = (form: FormKind): string => {
  if (form === 'consent-14') return 'СОГЛАСИЕ';
  return form === 'permission-18' ? 'РАЗРЕШЕНИЕ' : 'ЗАЯВЛЕНИЕ';
};
