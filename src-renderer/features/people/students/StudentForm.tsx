import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { schoolYearStart } from '../../../../src-main/domain/calendar.ts';
import { names, sexes } from '../../../strings/people.ts';
import { form as text } from '../../../strings/people-students.ts';
import { dayOrNone, todayIso } from '../../../ui/dates.ts';
import {
  ChoiceField,
  DateField,
  Form,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { useKeptFields } from '../kept-fields.ts';
import { NameFields, nameValues } from '../NameFields.tsx';
import { ClassPicker } from '../pickers.tsx';

type Student = OperationOutput<'people.student'>['student'];
type Sex = keyof typeof sexes;

interface Values {
  readonly id: number | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly address: string;
  readonly enrol: { readonly classId: number | null; readonly startsOn: string | null };
  readonly namesake: boolean;
}

export interface StudentFormProps {
  /** Null makes a new card. */
  readonly student: Student | null;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

const initialOf = (student: Student | null): Values => ({
  id: student?.id ?? null,
  ...nameValues(student ?? undefined),
  birthDate: student?.birthDate ?? null,
  sex: student?.sex ?? null,
  address: student?.address ?? '',
  enrol: {
    classId: null,
    startsOn: schoolYearStart(todayIso()),
  },
});

/** Names, birth date, sex, address; a new student may be put into a class at once. */
export const StudentForm = ({ student, onSaved, onCancel }: StudentFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveStudent',
    initial: initialOf(student),
    toInput: ({ enrol: { classId, startsOn }, ...values }) => ({
      ...values,
      // An empty date goes through, to be refused at its own field.
      enrol: classId === null ? null : { classId, startsOn: startsOn ?? '' },
    }),
    success: student === null ? text.created : text.saved,
    onSaved: ({ id }) => onSaved(id),
    onCancel,
  });
  const kept = useKeptFields();
  return (
    <Form form={form}>
      <NameFields form={form} />
      <FieldGrid>
        <DateField {...form.field('birthDate')} label={names.birthDate} max={todayIso()} />
        {kept.studentSex && (
          <ChoiceField
            {...form.field('sex')}
            label={names.sex}
            choices={choicesOf(sexes)}
            placeholder={text.noSex}
            clearable
          />
        )}
      </FieldGrid>
      {kept.studentAddress && <TextField {...form.field('address')} label={names.address} />}
      {student === null && (
        <FieldGrid>
          <ClassPicker
            {...form.field('enrol.classId')}
            label={text.enrolInto}
            onDate={dayOrNone(form.values.enrol.startsOn)}
          />
          <DateField {...form.field('enrol.startsOn')} label={text.enrolFrom} />
        </FieldGrid>
      )}
    </Form>
  );
};
