import { Divider, MultiSelect } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { dayOfSchoolYear, schoolYearTitle } from '../../../../src-main/domain/calendar.ts';
import { useOperation } from '../../../api/hooks.ts';
import { form as text, list } from '../../../strings/people-teachers.ts';
import { CheckField, Form, TextField, useOfficeForm } from '../../../ui/form/index.ts';
import { todayIso } from '../../../ui/index.ts';
import { NameFields, nameValues } from '../NameFields.tsx';
import type { Duty } from './duties.ts';
import { dutiesOf, toAssignments } from './duties.ts';
import { DutyFields } from './DutyFields.tsx';

type Card = OperationOutput<'people.teacher'>;

interface Values {
  readonly id: number | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly active: boolean;
  readonly duties: readonly Duty[];
  readonly classTeacherOf: readonly number[];
  readonly namesake: boolean;
}

const initialOf = (card: Card | null): Values => ({
  id: card?.teacher.id ?? null,
  ...nameValues(card?.teacher),
  position: card?.teacher.position ?? '',
  active: card?.teacher.active ?? true,
  duties: dutiesOf(card?.assignments ?? []),
  classTeacherOf: (card?.classTeacherOf ?? []).map(({ classId }) => classId),
});

type ClassChoices = readonly { readonly value: string; readonly label: string }[];

const shownClasses =
  (classes: ClassChoices) =>
  (ids: readonly number[]): string =>
    ids.map((id) => classes.find(({ value }) => value === String(id))?.label ?? id).join(', ');

const shownDuties =
  (classes: ClassChoices) =>
  (duties: readonly Duty[]): string =>
    duties
      .map(({ subject, classIds }) => `${subject}: ${shownClasses(classes)(classIds)}`)
      .join('; ');

export interface TeacherFormProps {
  /** Null makes a new card. */
  readonly card: Card | null;
  /** The school year whose subjects and classes are edited: the year of its September. */
  readonly startYear: number;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

/** Name, position, subjects with classes and classes of a school year. */
export const TeacherForm = ({
  card,
  startYear,
  onSaved,
  onCancel,
}: TeacherFormProps): JSX.Element => {
  const onDate = dayOfSchoolYear(startYear, todayIso());
  const { data } = useOperation('people.listClasses', { filters: { onDate }, limit: 300 });
  const classes = (data?.rows ?? []).map((row) => ({
    value: String(row.id),
    label: row.className,
  }));
  const form = useOfficeForm({
    command: 'people.saveTeacher',
    initial: initialOf(card),
    toInput: ({ duties, classTeacherOf, ...values }) => ({
      ...values,
      onDate,
      assignments: toAssignments(duties),
      classTeacherOf: [...classTeacherOf],
    }),
    success: card === null ? text.created : text.saved,
    names: {
      duties: { label: text.duties(schoolYearTitle(startYear)), show: shownDuties(classes) },
      classTeacherOf: { label: text.classTeacherOf, show: shownClasses(classes) },
    },
    onSaved: ({ id }) => onSaved(id),
    onCancel,
  });
  return (
    <Form form={form}>
      <NameFields form={form} />
      <TextField {...form.field('position')} label={list.position} suggest="position" />
      <CheckField {...form.field('active')} label={text.active} />
      <Divider label={text.duties(schoolYearTitle(startYear))} labelPosition="left" />
      <DutyFields
        duties={form.values.duties}
        onChange={(duties) => form.set('duties', duties)}
        classes={classes}
        errorOf={(path) => form.mantine.errors[path]}
      />
      <MultiSelect
        name="classTeacherOf"
        label={text.classTeacherOf}
        data={classes}
        searchable
        hidePickedOptions
        value={form.values.classTeacherOf.map(String)}
        onChange={(next) => form.set('classTeacherOf', next.map(Number))}
        error={form.mantine.errors['classTeacherOf']}
      />
    </Form>
  );
};
