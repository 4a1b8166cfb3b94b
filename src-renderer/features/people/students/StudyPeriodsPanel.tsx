import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand } from '../../../api/hooks.ts';
import { placeProblem } from '../../../../src-main/domain/study-forms.ts';
import { studyForms, studyPeriods as text, studyPlaces } from '../../../strings/people-students.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import {
  ChoiceField,
  DateField,
  Form,
  FormDialog,
  choicesOf,
  useOfficeForm,
} from '../../../ui/form/index.ts';
import { Panel, showPeriod } from '../../../ui/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { rowButtons } from '../../../ui/row-buttons.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';

type Period = OperationOutput<'people.student'>['studyPeriods'][number];

/** What a school writes most often. */
const usual: Pick<Period, 'form' | 'place'> = { form: 'full-time', place: 'home' };

const PeriodDialog = ({
  studentId,
  period,
  onClose,
}: {
  readonly studentId: number;
  readonly period: Period | null;
  readonly onClose: () => void;
}): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveStudyPeriod',
    initial: {
      form: period?.form ?? usual.form,
      place: period?.place ?? usual.place,
      startsOn: period?.startsOn ?? null,
      endsOn: period?.endsOn ?? null,
    },
    toInput: ({ form: studyForm, place, startsOn, endsOn }) => ({
      id: period?.id ?? null,
      studentId,
      form: studyForm,
      place,
      startsOn: startsOn ?? '',
      endsOn,
    }),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.addTitle} onClose={onClose} size="md">
      <Form form={form}>
        <FieldGrid>
          <ChoiceField
            {...form.field('form')}
            onChange={(next) => {
              if (next === null) return;
              form.set('form', next);
              // The only place that the form can have.
              if (placeProblem(next, form.values.place) !== null)
                form.set('place', next === 'full-time' ? 'home' : 'school');
            }}
            label={text.form}
            choices={choicesOf(studyForms)}
            required
            autoFocus
          />
          <ChoiceField
            {...form.field('place')}
            onChange={(next) => next && form.set('place', next)}
            label={text.place}
            choices={choicesOf(studyPlaces)}
            required
          />
        </FieldGrid>
        <FieldGrid>
          <DateField {...form.field('startsOn')} label={text.from} required />
          <DateField {...form.field('endsOn')} label={text.to} description={text.toHint} />
        </FieldGrid>
      </Form>
    </FormDialog>
  );
};

const removed = { success: text.removed };

/** When and how the pupil studies otherwise than full-time at the school (domain.md §1). */
export const StudyPeriodsPanel = ({
  studentId,
  periods,
}: {
  readonly studentId: number;
  readonly periods: readonly Period[];
}): JSX.Element => {
  const [editing, setEditing] = useState<Period | 'new' | null>(null);
  const { run } = useCommand('people.deleteStudyPeriod', removed);
  const columns = useMemo(
    () => [
      {
        key: 'form',
        title: text.what,
        render: ({ form, place }: Period) => text.whatOf(form, place),
      },
      {
        key: 'period',
        title: text.period,
        render: ({ startsOn, endsOn }: Period) => showPeriod(startsOn, endsOn),
      },
      rowButtons<Period>({
        edit: {
          label: ({ startsOn, endsOn }) => text.edit(showPeriod(startsOn, endsOn)),
          run: setEditing,
        },
        remove: {
          label: ({ startsOn, endsOn }) => text.remove(showPeriod(startsOn, endsOn)),
          run: ({ id }) => void run({ id }),
        },
      }),
    ],
    [run],
  );
  return (
    <Panel
      title={text.title}
      actions={<AddButton label={text.add} onClick={() => setEditing('new')} />}
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={periods}
        rowKey={({ id }) => id}
        empty={text.empty}
      />
      {editing && (
        <PeriodDialog
          studentId={studentId}
          period={
            editing === 'new' ? null : (periods.find(({ id }) => id === editing.id) ?? editing)
          }
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
};
