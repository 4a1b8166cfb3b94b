import { ActionIcon, Group, Menu, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { memo } from 'react';
import type { TermKindChoice } from '../../../src-main/contract/calendar.ts';
import { showError } from '../../api/toasts.tsx';
import { parallels as text } from '../../strings/calendar.ts';
import { ChoiceField, DateField, choicesOf } from '../../ui/form/index.ts';
import { Icon } from '../../ui/index.ts';
import css from './calendar.module.css';
import type { ParallelValues, PlanForm } from './edit-plan.ts';
import { copyToAlike, copyToAll, emptyTerm, usualTerms } from './edit-plan.ts';

export interface ParallelRowProps {
  readonly form: PlanForm;
  readonly index: number;
  /** Columns of terms in the table. */
  readonly most: number;
  /** Everything the row shows, as one text: the row is drawn anew only when it differs. */
  readonly state: string;
}

const weeks = [
  { value: '5', label: text.weeks[5] },
  { value: '6', label: text.weeks[6] },
] as const;
const kinds = choicesOf<TermKindChoice>(text.kinds);

/** Rows as they are at the moment of the click, not of the drawing. */
const rowsOf = (form: PlanForm): readonly ParallelValues[] => form.mantine.getValues().parallels;

const RowMenu = ({ form, index, name }: ParallelRowProps & { readonly name: string }) => {
  const own = (): ParallelValues => rowsOf(form)[index] as ParallelValues;
  const setTerms = (terms: ParallelValues['terms']): void =>
    form.set(`parallels.${index}.terms`, terms);
  const { terms } = form.values.parallels[index] as ParallelValues;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.menu(name)}>
          <Icon name="menu" size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => form.set('parallels', copyToAlike(rowsOf(form), own()))}>
          {text.copySame}
        </Menu.Item>
        <Menu.Item onClick={() => form.set('parallels', copyToAll(rowsOf(form), own()))}>
          {text.copyAll}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          disabled={terms.length >= 6}
          onClick={() => setTerms([...own().terms, emptyTerm])}
        >
          {text.addTerm}
        </Menu.Item>
        <Menu.Item disabled={terms.length <= 1} onClick={() => setTerms(own().terms.slice(0, -1))}>
          {text.removeTerm}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          onClick={() =>
            form.set(
              'parallels',
              rowsOf(form).filter((_, at) => at !== index),
            )
          }
        >
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const ShapeFields = ({ form, index, name }: ParallelRowProps & { readonly name: string }) => {
  const week = form.field(`parallels.${index}.weekDays`);
  const kind = form.field(`parallels.${index}.termKind`);
  const divide = async (next: TermKindChoice): Promise<void> => {
    const row = rowsOf(form)[index];
    if (!row || row.termKind === next) return;
    try {
      form.set(`parallels.${index}`, await usualTerms(form.values.startYear, row, next));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Stack gap={4}>
      <ChoiceField
        {...week}
        value={String(week.value) as '5' | '6'}
        choices={weeks}
        aria-label={text.of(name, text.week)}
        onChange={(next) => week.onChange(next === '6' ? 6 : 5)}
      />
      <ChoiceField
        {...kind}
        choices={kinds}
        aria-label={text.of(name, text.kind)}
        onChange={(next) => void (next && divide(next))}
      />
    </Stack>
  );
};

const ParallelRowView = (props: ParallelRowProps): JSX.Element => {
  const { form, index, most } = props;
  const row = form.values.parallels[index] as ParallelValues;
  const name = text.name(row.parallel);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Group gap={4} wrap="nowrap" justify="space-between">
          <Text span size="sm" fw={700} className={css['nowrap'] ?? ''}>
            {name}
          </Text>
          <RowMenu {...props} name={name} />
        </Group>
      </Table.Th>
      <Table.Td>
        <ShapeFields {...props} name={name} />
      </Table.Td>
      {Array.from({ length: most }, (_, at) => (
        <Table.Td key={at}>
          {at < row.terms.length && (
            <Stack gap={4}>
              <DateField
                {...form.field(`parallels.${index}.terms.${at}.startsOn`)}
                width={120}
                aria-label={text.startsOn(name, at + 1)}
              />
              <DateField
                {...form.field(`parallels.${index}.terms.${at}.endsOn`)}
                width={120}
                aria-label={text.endsOn(name, at + 1)}
              />
            </Stack>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
};

/** One parallel; 90 date boxes are drawn slowly, so a row stands still while others change. */
export const ParallelRow = memo(
  ParallelRowView,
  (before, after) =>
    before.state === after.state && before.index === after.index && before.most === after.most,
);
