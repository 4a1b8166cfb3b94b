import { Group, Table } from '@mantine/core';
import type { JSX } from 'react';
import { parallelOrder } from '../../../src-main/domain/classes.ts';
import { showError } from '../../api/toasts.tsx';
import { parallels as text } from '../../strings/calendar.ts';
import { AddButton } from '../../ui/buttons.tsx';
import css from './calendar.module.css';
import type { ParallelValues, PlanForm } from './edit-plan.ts';
import { allParallels, usualTerms } from './edit-plan.ts';
import { ParallelRow } from './ParallelRow.tsx';

/** Errors of one row, so that only a row that changed is drawn anew. */
const errorsOf = (form: PlanForm, index: number): string =>
  JSON.stringify(
    Object.entries(form.mantine.errors).filter(([path]) => path.startsWith(`parallels.${index}.`)),
  );

const AddParallels = ({ form }: { readonly form: PlanForm }): JSX.Element | null => {
  const rows = form.values.parallels;
  const missing = allParallels.filter((parallel) => rows.every((row) => row.parallel !== parallel));
  const add = async (parallel: number): Promise<void> => {
    const termKind = parallel >= 10 ? 'half-year' : 'quarter';
    const shape: ParallelValues = { parallel, weekDays: 5, termKind, terms: [] };
    try {
      const row = await usualTerms(form.values.startYear, shape, termKind);
      const next = [...rows, row].sort(
        (a, b) => parallelOrder(a.parallel) - parallelOrder(b.parallel),
      );
      form.set('parallels', next);
    } catch (error) {
      showError(error);
    }
  };
  if (missing.length === 0) return null;
  return (
    <Group gap={6} mt={8}>
      {missing.map((parallel) => (
        <AddButton
          key={parallel}
          label={text.add(text.name(parallel))}
          onClick={() => void add(parallel)}
        />
      ))}
    </Group>
  );
};

/** Week, division of the year and dates of the terms, a row per parallel. */
export const ParallelsTable = ({ form }: { readonly form: PlanForm }): JSX.Element => {
  const rows = form.values.parallels;
  const most = Math.max(1, ...rows.map(({ terms }) => terms.length));
  return (
    <div className={css['scroll']}>
      <Table
        aria-label={text.title}
        className={css['table']}
        verticalSpacing={5}
        horizontalSpacing={6}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={96}>{text.parallel}</Table.Th>
            <Table.Th w={132}>{text.shape}</Table.Th>
            {Array.from({ length: most }, (_, index) => (
              <Table.Th key={index}>{text.term(index + 1)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <ParallelRow
              key={row.parallel}
              form={form}
              index={index}
              most={most}
              state={JSON.stringify(row) + errorsOf(form, index) + rows.length}
            />
          ))}
        </Table.Tbody>
      </Table>
      <AddParallels form={form} />
    </div>
  );
};
