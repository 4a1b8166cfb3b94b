import type { Knex } from 'knex';
import type { StatementDraft } from '../../contract/statements-fields.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import { numberingOn } from '../../database/counters.ts';
import { ageOn } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import {
  ADULT_PHRASE,
  formKindOf,
  IMPOSSIBILITY_REASON,
  OBLIGATORY_PHRASE,
  STATEMENT_TITLES,
} from '../../domain/statement-texts.ts';
import { actsHimself } from '../../domain/statements.ts';
import { studentAt } from '../people/index.ts';
import type { StudentWithGuardians } from '../people/index.ts';
import { benefits } from './benefits.ts';
import { modesOn, readFamily, withoutStatement } from './families.ts';
import type { Family } from './families.ts';
import { blankFields, filledFields, paragraphsOf } from './content.ts';
import { diarySystem } from './diary-system.ts';
import { factsOf, formOf, headerKept } from './facts.ts';
import { applicantOf, guardianRef, readParties, namesOf } from './parties.ts';
import { registerProblems, standingRefusal } from './rules.ts';
import type { Proposed } from './rules.ts';
import { wordingOf } from './wordings.ts';

export interface Asked {
  readonly kind: StatementKindName;
  readonly studentId: number | null;
  readonly guardianId: number | null;
  /** Null: as the age says. */
  readonly byStudent: boolean | null;
  readonly correcting: number | null;
  readonly letterAfter: number | null;
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
}

const bareForm = (kind: StatementKindName, byStudent: boolean) => {
  const form = formKindOf(kind, byStudent ? null : 0);
  const phrase = byStudent ? ADULT_PHRASE : OBLIGATORY_PHRASE;
  return { form, phrase: kind === 'refusal' ? phrase : null };
};

/** Before the student is chosen. */
const bareDraft = async (db: Knex, { kind, date }: Asked): Promise<StatementDraft> => {
  const system = await diarySystem(db);
  const kept = await headerKept(db, false);
  const { form, phrase } = bareForm(kind, false);
  const blank = blankFields(form, system.name, IMPOSSIBILITY_REASON);
  return {
    kind,
    ofAge: false,
    byStudent: false,
    title: STATEMENT_TITLES[form],
    benefits: kind === 'refusal' ? benefits : null,
    problems: [],
    letter: null,
    student: null,
    guardians: [],
    guardianId: null,
    names: null,
    form: formOf(kind, date, null, kept),
    headerKept: kept,
    system,
    refusal: null,
    obligatoryPhrase: phrase,
    paragraphs: paragraphsOf(form, blank, await wordingOf(db, form)),
  };
};

const guardiansOf = (
  student: StudentWithGuardians,
  family: Family,
  proposed: Omit<Proposed, 'guardianId'>,
  today: IsoDate,
): StatementDraft['guardians'] =>
  student.guardians.map(({ id, fullName, relationName, represents }) => ({
    id,
    fullName,
    relationName,
    represents,
    mode: modesOn(family, proposed.registeredOn).parent(id),
    problems: registerProblems(family, student, { ...proposed, guardianId: id }, today).filter(
      // What is wrong whoever states stands at its own field.
      ({ path }) => path === 'guardianId' || path === 'kind',
    ),
  }));

/** The only parent who can make the statement; null when none or several can. */
const onlyPossible = (guardians: StatementDraft['guardians']): number | null => {
  const [first, ...others] = guardians.filter(({ problems }) => problems.length === 0);
  return first && others.length === 0 ? first.id : null;
};

const noGuardians = {
  code: 'statement-no-guardians',
  path: 'guardianId',
  message: 'В карточке ученика нет родителей (законных представителей). Добавьте их сначала.',
};

interface Known {
  readonly family: Family;
  readonly student: StudentWithGuardians;
}

const filled = async (
  db: Knex,
  { kind, registeredOn }: Asked,
  draft: StatementDraft,
  { family, student }: Known,
): Promise<Partial<StatementDraft>> => {
  const { guardianId, byStudent } = draft;
  if (guardianId === null && !byStudent) return {};
  const author = byStudent ? null : guardianRef(student, guardianId);
  const parties = await readParties(db, student.id, author, registeredOn);
  const names = await namesOf(db, kind, parties);
  const kept = await headerKept(db, applicantOf(kind, parties) === parties.child);
  const form = formOf(kind, draft.form.resumeOn ?? registeredOn, parties, kept);
  const refusal = standingRefusal(family, guardianId, registeredOn);
  const texts = {
    applicantGenitive: names.applicantGenitive.text,
    studentGenitive: names.studentGenitive.text,
    head: names.head.text,
    position: names.position.text,
  };
  const facts = factsOf(kind, parties, texts, form, refusal);
  const { form: formKind, phrase } = bareForm(kind, byStudent);
  return {
    title: STATEMENT_TITLES[formKind],
    obligatoryPhrase: phrase,
    names,
    form,
    headerKept: kept,
    refusal: facts.refusal,
    paragraphs: paragraphsOf(formKind, filledFields(facts, true), await wordingOf(db, formKind)),
  };
};

/** Of age he states himself unless a parent was chosen; consents and permissions name a parent. */
const statesHimself = ({ kind, byStudent, guardianId }: Asked, ofAge: boolean): boolean => {
  if (kind === 'consent-14' || kind === 'permission-18') return false;
  return byStudent ?? (ofAge && guardianId === null);
};

/** Whether the day of registration keeps the order of the numbers; corrections have theirs. */
const numberOf = async (
  db: Knex,
  { registeredOn, correcting, letterAfter }: Asked,
  today: IsoDate,
): Promise<Pick<StatementDraft, 'problems' | 'letter'>> => {
  if (correcting !== null || registeredOn > today) return { problems: [], letter: null };
  const { problem, place } = await numberingOn(db, 'statements', { on: registeredOn, today });
  const problems = problem && letterAfter === null ? [{ ...problem, path: 'registeredOn' }] : [];
  return { problems, letter: place };
};

/** No guardian has this id. */
const nobodyYet = 0;

/** Who states, of those who can; null: the student himself, or nobody is chosen yet. */
const authorOf = (
  asked: Asked,
  byStudent: boolean,
  guardians: StatementDraft['guardians'],
): number | null => (byStudent ? null : (asked.guardianId ?? onlyPossible(guardians)));

/**
 * The prefilled form with every reason why it cannot be registered now.
 * @throws OfficeError `school-not-set`, `student-unknown`
 */
export const draftStatement = async (
  db: Knex,
  asked: Asked,
  today: IsoDate,
): Promise<StatementDraft> => {
  const bare = await bareDraft(db, asked);
  const { kind, studentId, date, registeredOn } = asked;
  if (studentId === null) return bare;
  const student = await studentAt(db, studentId, registeredOn);
  const family = withoutStatement(await readFamily(db, studentId), asked.correcting);
  const ofAge = actsHimself(family.applicant, date);
  const byStudent = statesHimself(asked, ofAge);
  // Whether the passport is shown is asked in the form itself.
  const days = { date, registeredOn, signedOn: null };
  const proposed = { kind, ...days, passportShown: true, letterAfter: asked.letterAfter };
  const numbering = await numberOf(db, asked, today);
  const guardians = guardiansOf(student, family, proposed, today);
  const guardianId = authorOf(asked, byStudent, guardians);
  const nobody = guardians.length === 0 && !byStudent;
  const [first] = guardians;
  // Until somebody is chosen, what forbids it to the first parent is told when it forbids it to all.
  const allRefused = guardians.every(({ problems }) => problems.length > 0);
  const judged = guardianId ?? (!byStudent && allRefused && first ? first.id : null);
  // Nobody is chosen yet: what is judged is the child and the days.
  const author = byStudent ? null : (judged ?? nobodyYet);
  const problems = registerProblems(family, student, { ...proposed, guardianId: author }, today);
  const draft: StatementDraft = {
    ...bare,
    ofAge,
    byStudent,
    student: {
      id: studentId,
      fullName: student.fullName,
      className: student.className,
      birthDate: student.birthDate,
      age: student.birthDate === null ? null : ageOn(student.birthDate, date),
    },
    guardians,
    guardianId,
    problems: [
      ...problems.filter(({ path }) => author !== nobodyYet || path !== 'guardianId'),
      ...(nobody ? [noGuardians] : []),
      ...numbering.problems,
    ],
    letter: numbering.letter,
  };
  return { ...draft, ...(await filled(db, asked, draft, { family, student })) };
};
