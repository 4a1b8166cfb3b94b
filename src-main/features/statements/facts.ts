import type { Knex } from 'knex';
import type { PersonalField } from '../../contract/settings.ts';
import type { StatementContent, StatementKindName } from '../../contract/statements-fields.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { knownSex } from '../../domain/declension.ts';
import { IMPOSSIBILITY_REASON } from '../../domain/statement-texts.ts';
import { childWord } from '../../domain/statement-wording.ts';
import { fieldNotKept, readPersonalFields } from '../people/index.ts';
import { applicantOf } from './parties.ts';
import type { Names, Parties } from './parties.ts';
import type { StatementRecord } from './repository.ts';

/** What a form says, from the registers and from what was typed. */

/** Fields of the header that are the applicant's own, by who he is. */
const headerFields = (byStudent: boolean) =>
  ({ address: byStudent ? 'studentAddress' : 'guardianAddress', phone: 'guardianPhone' }) as const;

type Header = Pick<StatementContent, 'address' | 'phone'>;
type HeaderKept = { readonly [K in keyof Header]: boolean };

/** Which fields of the header the school keeps of this applicant; the others are for the hand. */
export const headerKept = async (db: Knex, byStudent: boolean): Promise<HeaderKept> => {
  const fields = await readPersonalFields(db);
  const { address, phone } = headerFields(byStudent);
  return { address: fields[address].kept, phone: fields[phone].kept };
};

/**
 * The header as it is stored: what the school does not keep is refused, and stays as `stored` has
 * it where the statement was registered before.
 * @throws OfficeError `field-not-kept`
 */
export const keptHeader = async (
  db: Knex,
  byStudent: boolean,
  typed: Header,
  stored: Header = { address: null, phone: null },
): Promise<Header> => {
  const kept = await headerKept(db, byStudent);
  const names: Readonly<Record<keyof Header, PersonalField>> = headerFields(byStudent);
  for (const path of ['address', 'phone'] as const)
    if (!kept[path] && typed[path] !== null && typed[path] !== stored[path])
      throw fieldNotKept(names[path], path);
  return {
    address: kept.address ? typed.address : stored.address,
    phone: kept.phone ? typed.phone : stored.phone,
  };
};

/** What the registers propose for the form; everything may be changed before it is registered. */
export const formOf = (
  kind: StatementKindName,
  date: IsoDate,
  parties: Parties | null,
  kept: HeaderKept,
) => {
  const applicant = parties && applicantOf(kind, parties).record;
  // A child lives where his parents do unless his own card says otherwise.
  const address =
    applicant?.address ?? parties?.child.record.address ?? parties?.parent?.record.address ?? null;
  return {
    address: kept.address ? address : null,
    phone: applicant?.phone ?? parties?.parent?.record.phone ?? null,
    reason: kind === 'impossibility' ? IMPOSSIBILITY_REASON : null,
    // What was said to the parent the office knows, not the program.
    offered: false,
    resumeOn: kind === 'annulment' ? date : null,
    issueCredentials: kind === 'annulment',
    passportShown: false,
  };
};

const refusalRef = (row: StatementRecord | null) =>
  row && { id: row.id, year: row.year, number: row.number, letter: row.letter, date: row.date };

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
    applicantSex: knownSex(applicant.name, applicant.sex),
    guardianName: parent?.record.fullName ?? null,
    studentName: child.record.fullName,
    studentGenitive: names.studentGenitive,
    studentSex: knownSex(child.name, child.sex),
    childWord: childWord(parent?.guardian.relation ?? null, knownSex(child.name, child.sex)),
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
