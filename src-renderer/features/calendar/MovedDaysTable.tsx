import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { moved as text } from '../../strings/calendar.ts';
import { ChoiceField, DateField, TextField, choicesOf } from '../../ui/form/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PlanForm } from './edit-plan.ts';
import { emptyMovedDay } from './edit-plan.ts';
import { RowsTable } from './RowsTable.tsx';

const works = choicesOf(text.worksWords);
const whom = (['all', '5', '6'] as const).map((value) => ({
  value,
  label: text.whomWords[value],
}));

const weekOf = (value: string | null): 5 | 6 | null => {
  if (value === '5') return 5;
  return value === '6' ? 6 : null;
};

const MovedDayRow = ({ form, index }: { readonly form: PlanForm; readonly index: number }) => {
  const isWorking = form.field(`movedDays.${index}.works`);
  const week = form.field(`movedDays.${index}.weekDays`);
  const label = (what: string): string => text.row(index + 1, what);
  return (
    <Table.Tr>
      <Table.Td>
        <DateField
          {...form.field(`movedDays.${index}.date`)}
          width={120}
          aria-label={label(text.date)}
        />
      </Table.Td>
      <Table.Td>
        <ChoiceField
          {...isWorking}
          value={isWorking.value ? 'works' : 'off'}
          choices={works}
          aria-label={label(text.works)}
          onChange={(next) => isWorking.onChange(next === 'works')}
        />
      </Table.Td>
      <Table.Td>
        <ChoiceField
          {...week}
          value={week.value === null ? 'all' : (`${week.value}` as const)}
          choices={whom}
          aria-label={label(text.whom)}
          onChange={(next) => week.onChange(weekOf(next))}
        />
      </Table.Td>
      <Table.Td>
        <TextField {...form.field(`movedDays.${index}.note`)} aria-label={label(text.note)} />
      </Table.Td>
      <Table.Td>
        <IconButton
          icon="trash"
          label={text.remove(index + 1)}
          onClick={() => form.mantine.removeListItem('movedDays', index)}
        />
      </Table.Td>
    </Table.Tr>
  );
};

/** Working Saturdays and days off by order. */
export const MovedDaysTable = ({ form }: { readonly form: PlanForm }): JSX.Element => {
  const { movedDays } = form.values;
  return (
    <RowsTable
      title={text.title}
      note={movedDays.length === 0 ? `${text.empty} ${text.hint}` : text.hint}
      columns={[
        [text.date, 132],
        [text.works, 132],
        [text.whom, 148],
        [text.note, null],
      ]}
      rows={movedDays.map((_, index) => (
        <MovedDayRow key={index} form={form} index={index} />
      ))}
      add={text.add}
      onAdd={() => form.mantine.insertListItem('movedDays', emptyMovedDay)}
    />
  );
};
