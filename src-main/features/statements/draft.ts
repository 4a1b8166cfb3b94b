import type { Knex } from 'knex';
import type { StatementContent, StatementDraft } from '../../contract/statements-fields.ts';
import type { StatementKindName } from '../../contract/statements-fields.ts';
import { ageOn } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { serviceModeOn } from '../../domain/service-mode.ts';
import {
  IMPOSSIBILITY_REASON,
  OBLIGATORY_PHRASE,
  STATEMENT_TITLES,
} from '../../domain/statement-texts.ts';
import { studentAt } from '../people/index.ts';
import type { StudentWithGuardians } from '../people/index.ts';
import { benefits } from './benefits.ts';
import { chainOf, readStudentChains } from './chains.ts';
import type { StudentChains } from './chains.ts';
import { blankFields, filledFields, paragraphsOf } from './content.ts';
import { diarySystem } from './diary-system.ts';
import { applicantOf, readParties, namesOf } from './parties.ts';
import type { Parties, Names } from './parties.ts';
import type { StatementRecord } from './repository.ts';
import { chainProblems, registerProblems, standingRefusal } from './rules.ts';
import type { Proposed } from './rules.ts';
import { wordingOf } from './wordings.ts';

export interface Asked {
  readonly kind: StatementKindName;
  readonly studentId: number | null;
  readonly guardianId: number | null;
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
}

const formOf = (kind: StatementKindName, date: IsoDate, parties: Parties | null) => {
  const applicant = parties && applicantOf(kind, parties).record;
  return {
    // A child lives where his parents do unless his own card says otherwise.
    address:
      applicant?.address ?? parties?.child.record.address ?? parties?.parent.record.address ?? null,
    phone: applicant?.phone ?? parties?.parent.record.phone ?? null,
    reason: kind === 'impossibility' ? IMPOSSIBILITY_REASON : null,
    offered: kind === 'refusal',
    resumeOn: kind === 'annulment' ? date : null,
    issueCredentials: kind === 'annulment',
    passportShown: false,
  };
};

export const refusalRef = (row: StatementRecord | null) =>
  row && { id: row.id, year: row.year, number: row.number, date: row.date };

type Form = Pick<
  StatementContent,
  'address' | 'phone' | 'reason' | 'offered' | 'resumeOn' | 'issueCredentials'
>;

export type Facts = Omit<StatementContent, 'paragraphs'>;

/** What the form says, without its text; fields of other kinds are left out. */
export const factsOf = (
  kind: StatementKindName,
  parties: Parties,
  names: Readonly<Record<keyof Names, string>>,
  form: Form,
  refusal: StatementRecord | null,
): Facts => {
  const { school, system, student, child, parent } = parties;
  const applicant = applicantOf(kind, parties);
  const hasReason = kind === 'refusal' || kind === 'impossibility';
  return {
    position: names.position,
    organisation: school.shortName,
    head: names.head,
    applicantGenitive: names.applicantGenitive,
    applicantSex: applicant.sex,
    guardianName: parent.record.fullName,
    studentName: child.record.fullName,
    studentGenitive: names.studentGenitive,
    className: student.className ?? '',
    birthDate: student.birthDate,
    classTeacher: parties.classTeacher,
    address: form.address,
    phone: form.phone,
    system: system.name,
    reason: hasReason ? form.reason : null,
    offered: kind === 'refusal' && form.offered,
    resumeOn: kind === 'annulment' ? form.resumeOn : null,
    issueCredentials: kind === 'annulment' ? form.issueCredentials : null,
    refusal: refusalRef(kind === 'annulment' || kind === 'consent-14' ? refusal : null),
  };
};

/** Before the student is chosen. */
const bareDraft = async (db: Knex, { kind, date }: Asked): Promise<StatementDraft> => {
  const system = await diarySystem(db);
  const blank = blankFields(kind, system.name, IMPOSSIBILITY_REASON);
  return {
    kind,
    title: STATEMENT_TITLES[kind],
    benefits: kind === 'refusal' ? benefits : null,
    problems: [],
    student: null,
    guardians: [],
    guardianId: null,
    names: null,
    form: formOf(kind, date, null),
    system,
    refusal: null,
    obligatoryPhrase: kind === 'refusal' ? OBLIGATORY_PHRASE : null,
    paragraphs: paragraphsOf(kind, blank, await wordingOf(db, kind)),
  };
};

const guardiansOf = (
  student: StudentWithGuardians,
  chains: StudentChains,
  proposed: Proposed,
): StatementDraft['guardians'] =>
  student.guardians.map(({ id, fullName, relation }) => {
    const { statements } = chainOf(id, chains.records, chains.applicant);
    return {
      id,
      fullName,
      relation,
      mode: serviceModeOn(statements, chains.applicant, proposed.registeredOn).parent,
      problems: [...chainProblems(chains, id, proposed)],
    };
  });

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

const filled = async (
  db: Knex,
  { kind, registeredOn }: Asked,
  draft: StatementDraft,
  { chains, student }: { readonly chains: StudentChains; readonly student: StudentWithGuardians },
): Promise<Partial<StatementDraft>> => {
  const guardian = student.guardians.find(({ id }) => id === draft.guardianId);
  if (!guardian) return {};
  const parties = await readParties(db, student.id, guardian, registeredOn);
  const names = await namesOf(db, kind, parties);
  const form = formOf(kind, draft.form.resumeOn ?? registeredOn, parties);
  const refusal = standingRefusal(chains, guardian.id, registeredOn);
  const texts = {
    applicantGenitive: names.applicantGenitive.text,
    studentGenitive: names.studentGenitive.text,
    head: names.head.text,
    position: names.position.text,
  };
  const facts = factsOf(kind, parties, texts, form, refusal);
  return {
    names,
    form,
    refusal: facts.refusal,
    paragraphs: paragraphsOf(kind, filledFields(facts, true), await wordingOf(db, kind)),
  };
};

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
  const chains = await readStudentChains(db, studentId);
  // Whether the passport is shown is asked in the form itself.
  const proposed = { kind, date, registeredOn, passportShown: true };
  const guardians = guardiansOf(student, chains, proposed);
  const guardianId = asked.guardianId ?? onlyPossible(guardians);
  const own = guardians.find(({ id }) => id === guardianId);
  const [nobody] = guardians.every(({ problems }) => problems.length > 0) ? guardians : [];
  const draft: StatementDraft = {
    ...bare,
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
      ...registerProblems(student, guardianId, proposed, today),
      ...(guardians.length === 0 ? [noGuardians] : []),
      ...(own ?? nobody ?? { problems: [] }).problems,
    ],
  };
  return { ...draft, ...(await filled(db, asked, draft, { chains, student })) };
};
