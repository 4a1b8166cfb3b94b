import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { statementsOperations } from '../../contract/statements.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Problem } from '../../domain/statement-rules.ts';
import { takeNumber } from '../../database/counters.ts';
import { formKindOf } from '../../domain/statement-texts.ts';
import { inForceFrom } from '../../domain/statements.ts';
import { keepForms, keptForms, studentAt } from '../people/index.ts';
import { readFamily } from './families.ts';
import { filledFields, paragraphsOf } from './content.ts';
import { factsOf, keptHeader } from './facts.ts';
import { applicantOf, guardianRef, readParties, namesOf } from './parties.ts';
import type { Parties, Names } from './parties.ts';
import type { Declinable } from './names.ts';
import { insertStatement } from './repository.ts';
import { wordingOf } from './wordings.ts';
import { refuse, registerProblems, standingRefusal } from './rules.ts';

export type Registration = ParsedInputOf<(typeof statementsOperations)['statements.register']>;
type Form = Pick<Registration, 'names' | 'confirmedDeclensions'>;
export type Texts = Readonly<Record<keyof Names, string>>;

const formKeys = ['applicantGenitive', 'studentGenitive', 'head', 'position'] as const;

/** @throws OfficeError `declension-doubtful` with every doubtful form as a field */
export const confirmedNames = (input: Form, names: Names): Texts => {
  const doubtful = formKeys.filter((key) => names[key].doubtful && input.names[key] === null);
  if (doubtful.length > 0 && !input.confirmedDeclensions)
    throw new OfficeError(
      'declension-doubtful',
      'Программа не уверена в падежах. Проверьте отмеченные имена и подтвердите их.',
      doubtful.map((key) => ({
        path: `names.${key}`,
        message: `«${names[key].text}»: ${names[key].reasons.join(' ')}`,
      })),
    );
  const text = (key: keyof Names): string => input.names[key] ?? names[key].text;
  return {
    applicantGenitive: text('applicantGenitive'),
    studentGenitive: text('studentGenitive'),
    head: text('head'),
    position: text('position'),
  };
};

const rememberForm = async (
  trx: Knex,
  { person, name }: Declinable,
  nameCase: 'genitive' | 'dative',
  text: string,
): Promise<void> => {
  const kept = await keptForms(trx, person, name);
  await keepForms(trx, person, name, { ...kept, [nameCase]: text });
};

/** A form that was doubtful, or that the user changed, is asked only once. */
export const rememberNames = async (
  trx: Knex,
  input: Pick<Registration, 'kind' | 'rememberNames'>,
  parties: Parties,
  names: Names,
  texts: Texts,
): Promise<void> => {
  if (!input.rememberNames) return;
  const isNew = (key: keyof Names): boolean =>
    names[key].doubtful || texts[key] !== names[key].text;
  if (isNew('applicantGenitive'))
    await rememberForm(trx, applicantOf(input.kind, parties), 'genitive', texts.applicantGenitive);
  if (isNew('studentGenitive') && applicantOf(input.kind, parties) !== parties.child)
    await rememberForm(trx, parties.child, 'genitive', texts.studentGenitive);
  if (isNew('head')) await rememberForm(trx, parties.head, 'dative', texts.head);
};

/** What the fields of the kind itself demand. */
export const fieldProblems = (
  input: Pick<Registration, 'kind' | 'date' | 'resumeOn' | 'reason'>,
): readonly Problem[] => {
  const problems: Problem[] = [];
  if (input.kind === 'annulment' && input.resumeOn !== null && input.resumeOn < input.date)
    problems.push({
      code: 'statement-resume-before',
      path: 'resumeOn',
      message: 'Услуга не может возобновиться раньше даты заявления. Проверьте обе даты.',
    });
  if (input.kind === 'impossibility' && input.reason === null)
    problems.push({
      code: 'statement-reason-missing',
      path: 'reason',
      message: 'Укажите причину, по которой семья не может получать услугу.',
    });
  return problems;
};

/**
 * Registers a statement under the next number of the calendar year and freezes its text. Without a
 * signature it waits: the program knows it, the family is served as before.
 * @throws OfficeError as `statements.register` of the contract says; all problems come at once
 */
export const registerStatement = async (
  trx: Knex,
  input: Registration,
  today: IsoDate,
): Promise<OperationOutput<'statements.register'>> => {
  const { kind, studentId, guardianId, date, registeredOn, passportShown } = input;
  const student = await studentAt(trx, studentId, registeredOn);
  const family = await readFamily(trx, studentId);
  const signedOn = input.signed ? date : null;
  const { letterAfter, letterReason } = input;
  const days = { date, registeredOn, signedOn };
  const proposed = { kind, guardianId, ...days, passportShown, letterAfter };
  refuse([...registerProblems(family, student, proposed, today), ...fieldProblems(input)]);
  const author = guardianRef(student, guardianId);
  const parties = await readParties(trx, studentId, author, registeredOn);
  const names = await namesOf(trx, kind, parties);
  const texts = confirmedNames(input, names);
  await rememberNames(trx, input, parties, names, texts);
  const refusal = standingRefusal(family, guardianId, registeredOn);
  const byStudent = applicantOf(kind, parties) === parties.child;
  const header = await keptHeader(trx, byStudent, input);
  const facts = factsOf(kind, parties, texts, { ...input, ...header }, refusal);
  const form = formKindOf(kind, guardianId);
  const paragraphs = paragraphsOf(
    form,
    filledFields(facts, passportShown),
    await wordingOf(trx, form),
  );
  const row = {
    kind,
    studentId,
    guardianId,
    studentName: facts.studentName,
    guardianName: facts.guardianName,
    className: facts.className,
    parallel: student.parallel ?? 0,
    date,
    registeredOn,
    signedOn,
    inForceFrom: inForceFrom(registeredOn, signedOn),
    outlastsMajority: false,
    settledOn: null,
    withdrawnOn: null,
    withdrawReason: null,
    mistakeReason: null,
    letterReason,
    // Only of a consent is it asked; the number of the passport is never stored (S2 §7).
    passportShown: kind === 'consent-14' && passportShown,
  } as const;
  const asked = { on: registeredOn, today, letterAfter, letterReason };
  const given = await takeNumber(trx, 'statements', asked);
  return insertStatement(trx, given, row, { ...facts, paragraphs });
};
