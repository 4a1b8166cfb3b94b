import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { holidays as text, parallels } from '../../strings/calendar.ts';
import { ChoiceField, DateField, TextField, choicesOf } from '../../ui/form/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PlanForm } from './edit-plan.ts';
import { allParallels, emptyHoliday } from './edit-plan.ts';
import { RowsTable } from './RowsTable.tsx';

const kinds = choicesOf(text.kinds);
const whom = [
  { value: 'all', label: text.everyone },
  ...allParallels.map((parallel) => ({ value: `${parallel}`, label: parallels.name(parallel) })),
];

const HolidayRow = ({ form, index }: { readonly form: PlanForm; readonly index: number }) => {
  const parallel = form.field(`holidays.${index}.parallel`);
  const kind = form.field(`holidays.${index}.kind`);
  const label = (what: string): string => text.row(index + 1, what);
  return (
    <Table.Tr>
      <Table.Td>
        <TextField {...form.field(`holidays.${index}.title`)} aria-label={label(text.name)} />
      </Table.Td>
      <Table.Td>
        <ChoiceField
          {...kind}
          choices={kinds}
          aria-label={label(text.kind)}
          onChange={(next) => next && kind.onChange(next)}
        />
      </Table.Td>
      <Table.Td>
        <ChoiceField
          {...parallel}
          value={parallel.value === null ? 'all' : `${parallel.value}`}
          choices={whom}
          aria-label={label(text.whom)}
          onChange={(next) => parallel.onChange(next === 'all' ? null : Number(next))}
        />
      </Table.Td>
      <Table.Td>
        <DateField
          {...form.field(`holidays.${index}.startsOn`)}
          width={120}
          aria-label={label(text.startsOn)}
        />
      </Table.Td>
      <Table.Td>
        <DateField
          {...form.field(`holidays.${index}.endsOn`)}
          width={120}
          aria-label={label(text.endsOn)}
        />
      </Table.Td>
      <Table.Td>
        <IconButton
          icon="trash"
          label={text.remove(form.values.holidays[index]?.title ?? '')}
          onClick={() => form.mantine.removeListItem('holidays', index)}
        />
      </Table.Td>
    </Table.Tr>
  );
};

/** Vacations and public holidays, of the school or of one parallel. */
export const HolidaysTable = ({ form }: { readonly form: PlanForm }): JSX.Element => {
  const { holidays } = form.values;
  return (
    <RowsTable
      title={text.title}
      note={holidays.length === 0 ? text.empty : null}
      columns={[
        [text.name, null],
        [text.kind, 124],
        [text.whom, 132],
        [text.startsOn, 132],
        [text.endsOn, 132],
      ]}
      rows={holidays.map((_, index) => (
        <HolidayRow key={index} form={form} index={index} />
      ))}
      add={text.add}
      onAdd={() => form.mantine.insertListItem('holidays', emptyHoliday)}
    />
  );
};
