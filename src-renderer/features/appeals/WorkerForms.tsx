import { Button, Group, Pill, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { openDocument, showDocument } from '../../printing/index.ts';
import { worker as text } from '../../strings/appeals-forms.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { DateField, Form, NumberField, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Panel, todayIso } from '../../ui/index.ts';
import { TeacherPicker } from '../people/pickers.tsx';
import css from './appeals.module.css';

const requisites = () => ({ number: null as string | null, date: todayIso() as string | null });

const Requisites = ({
  number,
  date,
}: {
  readonly number: BoundField<string | null>;
  readonly date: BoundField<string | null>;
}): JSX.Element => (
  <Group gap="sm" align="flex-start">
    <TextField {...number} label={text.number} maxLength={40} width={150} />
    <DateField {...date} label={text.date} />
  </Group>
);

const Blank = ({ onClick }: { readonly onClick: () => void }): JSX.Element => (
  <Button variant="default" onClick={onClick}>
    {text.blank}
  </Button>
);

interface Chosen {
  readonly id: number;
  readonly name: string;
}

interface TeacherListProps {
  readonly teachers: readonly Chosen[];
  readonly onChange: (teachers: readonly Chosen[]) => void;
}

/** Teachers one by one: each picked name becomes a pill. */
const TeacherList = ({ teachers, onChange }: TeacherListProps): JSX.Element => (
  <div>
    <TeacherPicker
      // A fresh field after every choice.
      key={teachers.length}
      name="teacherIds"
      value={null}
      onChange={() => undefined}
      onPick={(option) => {
        if (option && !teachers.some(({ id }) => id === option.id))
          onChange([...teachers, { id: option.id, name: option.label }]);
      }}
      label={text.teachers}
    />
    <Group gap={6} mt={6}>
      {teachers.map(({ id, name }) => (
        <Pill
          key={id}
          withRemoveButton
          removeButtonProps={{ 'aria-label': text.removeTeacher(name) }}
          onRemove={() => onChange(teachers.filter((teacher) => teacher.id !== id))}
        >
          {name}
        </Pill>
      ))}
    </Group>
  </div>
);

/** Order of appointment; without teachers it is a blank. */
export const OrderForm = (): JSX.Element => {
  const [teachers, setTeachers] = useState<readonly Chosen[]>([]);
  const form = useOfficeForm({
    command: 'appeals.printOrder',
    initial: { ...requisites(), controlTeacherId: null as number | null },
    toInput: (values) => ({ ...values, teacherIds: teachers.map(({ id }) => id) }),
    onSaved: openDocument,
  });
  return (
    <div className={css['paper']}>
      <Panel title={text.order}>
        <Form
          form={form}
          submitLabel={text.print}
          actions={<Blank onClick={() => void showDocument('appeals.printOrder', {})} />}
        >
          <Text size="sm" c="dimmed">
            {text.orderHint}
          </Text>
          <Requisites number={form.field('number')} date={form.field('date')} />
          <TeacherList teachers={teachers} onChange={setTeachers} />
          <TeacherPicker
            {...form.field('controlTeacherId')}
            label={text.control}
            description={text.controlHint}
          />
        </Form>
      </Panel>
    </div>
  );
};

/** Addition to the job description. */
export const DutiesForm = (): JSX.Element => {
  const form = useOfficeForm({
    command: 'appeals.printJobDuties',
    initial: { ...requisites(), teacherId: null as number | null },
    onSaved: openDocument,
  });
  return (
    <div className={css['paper']}>
      <Panel title={text.duties}>
        <Form
          form={form}
          submitLabel={text.print}
          actions={<Blank onClick={() => void showDocument('appeals.printJobDuties', {})} />}
        >
          <Text size="sm" c="dimmed">
            {text.dutiesHint}
          </Text>
          <Requisites number={form.field('number')} date={form.field('date')} />
          <TeacherPicker {...form.field('teacherId')} label={text.teacher} />
        </Form>
      </Panel>
    </div>
  );
};

const noPoints: (number | null)[] = [null, null, null, null];

/** Criterion and indicators for the incentive payments. */
export const CriterionForm = (): JSX.Element => {
  const form = useOfficeForm({
    command: 'appeals.printCriterion',
    initial: { ...requisites(), points: noPoints },
    onSaved: openDocument,
  });
  return (
    <div className={css['paper']}>
      <Panel title={text.criterion}>
        <Form
          form={form}
          submitLabel={text.print}
          actions={<Blank onClick={() => void showDocument('appeals.printCriterion', {})} />}
        >
          <Text size="sm" c="dimmed">
            {text.criterionHint}
          </Text>
          <Requisites number={form.field('number')} date={form.field('date')} />
          <Group gap="sm" align="flex-end">
            {text.points.map((label, at) => (
              <NumberField
                key={label}
                {...form.field(`points.${at}`)}
                label={label}
                min={0}
                max={1000}
                width={165}
              />
            ))}
          </Group>
        </Form>
      </Panel>
    </div>
  );
};
