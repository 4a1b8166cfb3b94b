import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { personalFieldOf } from '../../../../src-main/domain/personal-fields.ts';
import { states } from '../../../strings/common.ts';
import { sexes } from '../../../strings/people.ts';
import { showDate } from '../../../ui/dates.ts';
import type { KeptFields } from '../kept-fields.ts';

export type Group = OperationOutput<'people.listDuplicates'>['rows'][number];
export type Suspect = Group['people'][number];
export type Kind = Group['kind'];

const name = ['lastName', 'firstName', 'middleName'] as const;

const studentFields = [...name, 'birthDate', 'sex', 'address'] as const;
const guardianFields = [...name, 'phone', 'email', 'address'] as const;
const teacherFields = [...name, 'position'] as const;

export type Field =
  | (typeof studentFields)[number]
  | (typeof guardianFields)[number]
  | (typeof teacherFields)[number];

const fieldsOf: Readonly<Record<Kind, readonly Field[]>> = {
  student: studentFields,
  guardian: guardianFields,
  teacher: teacherFields,
};

/** Fields a person chooses the value of, by the kind of people: those the school keeps. */
export const choosable = (kind: Kind, kept: KeptFields): readonly Field[] =>
  fieldsOf[kind].filter((name) => {
    const field = personalFieldOf(kind, name);
    return field === null || kept[field];
  });

const isSex = (value: string): value is keyof typeof sexes => Object.hasOwn(sexes, value);

/** What a cell of the comparison shows. */
export const shownValue = (person: Suspect, field: Field): string => {
  const value = person[field];
  if (value === null || value === '') return states.nothing;
  if (field === 'birthDate') return showDate(value);
  return field === 'sex' && isSex(value) ? sexes[value] : value;
};

/** Fields in which two people disagree and both say something; an empty one is filled anyway. */
export const disputed = (kind: Kind, a: Suspect, b: Suspect): readonly Field[] =>
  fieldsOf[kind].filter((field) => {
    const [one, other] = [a[field], b[field]];
    return one !== null && one !== '' && other !== null && other !== '' && one !== other;
  });

const only = <F extends Field>(all: readonly F[], taken: readonly Field[]): F[] =>
  all.filter((field) => taken.includes(field));

export interface MergeChoice {
  readonly keep: number;
  readonly drop: number;
  readonly taken: readonly Field[];
}

/** The command of a kind of people with the choice as its input. */
export const mergeCommand = (kind: Kind, { keep, drop, taken }: MergeChoice) => {
  const pair = { keep, drop };
  if (kind === 'student')
    return {
      name: 'people.mergeStudents',
      input: { ...pair, takeFromDropped: only(studentFields, taken) },
    } as const;
  if (kind === 'guardian')
    return {
      name: 'people.mergeGuardians',
      input: { ...pair, takeFromDropped: only(guardianFields, taken) },
    } as const;
  return {
    name: 'people.mergeTeachers',
    input: { ...pair, takeFromDropped: only(teacherFields, taken) },
  } as const;
};
