import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';
import type { StatementKindName } from '../../../../src-main/contract/statements-fields.ts';
import { formKindOf } from '../../../../src-main/domain/statement-texts.ts';
import type { FormKind } from '../../../../src-main/domain/statement-texts.ts';
import { useOperation } from '../../../api/hooks.ts';
import { isDay } from '../../../ui/dates.ts';
import type { InputDraft } from '../../../ui/form/index.ts';

/** What stands in the form: null in a field of the draft means «as the draft gives it». */

export type Draft = OperationOutput<'statements.draft'>;
export type NameKey = keyof NonNullable<Draft['names']>;

export interface FormStart {
  readonly kind: StatementKindName;
  readonly studentId: number | null;
  readonly guardianId: number | null;
  /** The adult student states himself; null: as his age says. */
  readonly byStudent: boolean | null;
  readonly date: string | null;
  readonly registeredOn: string | null;
}

export const nameKeys = ['position', 'head', 'applicantGenitive', 'studentGenitive'] as const;

const asDrafted = {
  address: null as string | null,
  phone: null as string | null,
  reason: null as string | null,
  offered: null as boolean | null,
  resumeOn: null as string | null,
  issueCredentials: null as boolean | null,
  names: {
    position: null as string | null,
    head: null as string | null,
    applicantGenitive: null as string | null,
    studentGenitive: null as string | null,
  },
  confirmedDeclensions: false,
};

export const startValues = (start: FormStart) => ({
  ...asDrafted,
  ...start,
  passportShown: false,
  letterAfter: null as number | null,
  letterReason: '',
  signed: false,
  rememberNames: true,
});

export type FormValues = ReturnType<typeof startValues>;

const withoutChoice = ({ byStudent: _choice, ...values }: FormValues) => values;

/** What the draft filled in for one student and parent says nothing of another. */
export const forOther = (
  values: FormValues,
  other: Partial<Pick<FormValues, 'studentId' | 'guardianId' | 'byStudent'>>,
): FormValues => ({ ...values, ...asDrafted, ...other });

/** The draft for the choices so far; undefined while the first one is on its way. */
export const useDraft = (values: FormValues, correcting: number | null = null) => {
  const { kind, studentId, guardianId, byStudent, letterAfter, date, registeredOn } = values;
  const days = {
    ...(isDay(date) && { date }),
    ...(isDay(registeredOn) && { registeredOn }),
  };
  return useOperation(
    'statements.draft',
    { kind, studentId, guardianId, byStudent, letterAfter, correcting, ...days },
    { keepPrevious: true },
  );
};

/** The draft's own fields where nothing was typed over them. */
export const filledIn = (values: FormValues, draft: Draft | undefined) => {
  const form = draft?.form;
  const resumeOn = values.resumeOn ?? form?.resumeOn ?? null;
  return {
    address: values.address ?? form?.address ?? null,
    phone: values.phone ?? form?.phone ?? null,
    reason: values.reason ?? form?.reason ?? null,
    offered: values.offered ?? form?.offered ?? false,
    // An emptied date is typed as well: the parent may leave the day to the school.
    resumeOn: resumeOn === '' ? null : resumeOn,
    issueCredentials: values.issueCredentials ?? form?.issueCredentials ?? false,
  };
};

/** The parent typed, or the only one who can make the statement. */
export const guardianOf = (values: FormValues, draft: Draft | undefined): number | null =>
  values.guardianId ??
  (values.byStudent !== true && draft?.student?.id === values.studentId
    ? (draft?.guardianId ?? null)
    : null);

/** The adult student states himself. */
export const isByStudent = (values: FormValues, draft: Draft | undefined): boolean =>
  draft?.student?.id === values.studentId && draft.byStudent && guardianOf(values, draft) === null;

/** The form that is printed; before anybody is chosen, that of a parent. */
export const formOf = (values: FormValues, draft: Draft | undefined): FormKind =>
  formKindOf(values.kind, isByStudent(values, draft) ? null : 0);

/** Input of `statements.register`; the schema refuses what is missing. */
export const registrationOf = (
  values: FormValues,
  draft: Draft | undefined,
): InputDraft<'statements.register'> => ({
  ...withoutChoice(values),
  ...filledIn(values, draft),
  guardianId: guardianOf(values, draft),
});

/** Input of `statements.correct`. */
export const correctionOf = (
  id: number,
  values: FormValues,
  draft: Draft | undefined,
): InputDraft<'statements.correct'> => {
  const { date, rememberNames, passportShown, names, confirmedDeclensions } = values;
  const typed = { date, rememberNames, passportShown, names, confirmedDeclensions };
  return { id, ...typed, ...filledIn(values, draft) };
};

/** Doubtful forms that nobody has typed anew yet. */
export const doubtfulNames = (values: FormValues, draft: Draft | undefined): readonly NameKey[] =>
  nameKeys.filter((key) => draft?.names?.[key].doubtful === true && values.names[key] === null);

/** Input of the live sheet; null until the family and the days are there. */
export const previewOf = (
  values: FormValues,
  draft: Draft | undefined,
): OperationInput<'statements.previewForm'> | null => {
  const { kind, studentId, date, registeredOn, passportShown, names } = values;
  const guardianId = guardianOf(values, draft);
  if (studentId === null || draft?.student?.id !== studentId) return null;
  if (guardianId === null && !isByStudent(values, draft)) return null;
  if (!isDay(date) || !isDay(registeredOn)) return null;
  const { resumeOn, ...rest } = filledIn(values, draft);
  return {
    kind,
    studentId,
    guardianId,
    date,
    registeredOn,
    passportShown,
    ...rest,
    resumeOn: isDay(resumeOn) ? resumeOn : null,
    // An emptied name is wrong, not another name: the draft's form stands in for it.
    names: {
      position: names.position || null,
      head: names.head || null,
      applicantGenitive: names.applicantGenitive || null,
      studentGenitive: names.studentGenitive || null,
    },
  };
};
