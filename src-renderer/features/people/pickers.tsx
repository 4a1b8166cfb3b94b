import type { JSX } from 'react';
import { useMemo } from 'react';
import { pickers as text } from '../../strings/people.ts';
import { EntityField } from '../../ui/form/index.ts';
import type { EntityFieldProps } from '../../ui/form/EntityField.tsx';
import type { ClassOption, GuardianOption, StudentOption, TeacherOption } from './sources.ts';
import { classSource, guardianSource, studentSource, teacherSource } from './sources.ts';

export type { ClassOption, GuardianOption, StudentOption, TeacherOption } from './sources.ts';

type PickerProps<T extends StudentOption | GuardianOption | TeacherOption | ClassOption> = Omit<
  EntityFieldProps<T>,
  'source'
> & {
  /** The day whose classes are shown, ISO; absent = today. */
  readonly onDate?: string | undefined;
};

interface Everyone {
  /** Also those who no longer study or work here. */
  readonly everyone?: boolean;
}

/** A student by two letters of the name; class and birth date tell namesakes apart. */
export const StudentPicker = ({
  onDate,
  everyone = false,
  ...field
}: PickerProps<StudentOption> & Everyone): JSX.Element => {
  const source = useMemo(() => studentSource(onDate, everyone), [onDate, everyone]);
  return <EntityField label={text.student} {...field} source={source} />;
};

/** A parent by two letters of the name; children and phone tell namesakes apart. */
export const GuardianPicker = ({ onDate, ...field }: PickerProps<GuardianOption>): JSX.Element => {
  const source = useMemo(() => guardianSource(onDate), [onDate]);
  return <EntityField label={text.guardian} {...field} source={source} />;
};

/** A teacher by two letters of the name, with position and subjects. */
export const TeacherPicker = ({
  onDate,
  everyone = false,
  ...field
}: PickerProps<TeacherOption> & Everyone): JSX.Element => {
  const source = useMemo(() => teacherSource(onDate, everyone), [onDate, everyone]);
  return <EntityField label={text.teacher} {...field} source={source} />;
};

/** A class of the school year of the day. */
export const ClassPicker = ({ onDate, ...field }: PickerProps<ClassOption>): JSX.Element => {
  const source = useMemo(() => classSource(onDate), [onDate]);
  return <EntityField label={text.class} placeholder={text.classHint} {...field} source={source} />;
};
