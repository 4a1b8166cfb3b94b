import { Group, Table, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { AddButton } from '../../ui/buttons.tsx';
import css from './calendar.module.css';

/** Pixels of the column that takes the room left over. */
const growing = 200;

export interface RowsTableProps {
  readonly title: string;
  /** What stands above the rows, or instead of them. */
  readonly note: string | null;
  /** Pixels; null takes the room left over. */
  readonly columns: readonly (readonly [title: string, width: number | null])[];
  /** Rows of fields; the last cell of each takes it away. */
  readonly rows: readonly ReactNode[];
  readonly add: string;
  readonly onAdd: () => void;
}

/** A list of the calendar edited in place. */
export const RowsTable = (props: RowsTableProps): JSX.Element => {
  const { title, note, columns, rows, add, onAdd } = props;
  return (
    <div className={css['scroll']}>
      {note !== null && (
        <Text size="sm" c="dimmed" mb={6}>
          {note}
        </Text>
      )}
      {rows.length > 0 && (
        <Table
          aria-label={title}
          className={css['table']}
          verticalSpacing={3}
          horizontalSpacing={6}
        >
          <Table.Thead>
            <Table.Tr>
              {columns.map(([name, width]) => (
                <Table.Th key={name} {...(width === null ? { miw: growing } : { w: width })}>
                  {name}
                </Table.Th>
              ))}
              <Table.Th w={36} aria-hidden="true" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows}</Table.Tbody>
        </Table>
      )}
      <Group mt={8}>
        <AddButton label={add} onClick={onAdd} />
      </Group>
    </div>
  );
};
