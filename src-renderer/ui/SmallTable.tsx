import { Table, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

export interface SmallColumn<R> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: R, index: number) => ReactNode;
  /** Pixels; absent = what the content needs. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
}

export interface SmallTableProps<R> {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly SmallColumn<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => number | string;
  /** What stands there without rows. */
  readonly empty: string;
}

/** A few rows inside a card, all of them at once; long lists are for `DataTable`. */
export const SmallTable = <R,>({
  label,
  columns,
  rows,
  rowKey,
  empty,
}: SmallTableProps<R>): JSX.Element =>
  rows.length === 0 ? (
    <Text size="sm" c="dimmed">
      {empty}
    </Text>
  ) : (
    <Table
      aria-label={label}
      verticalSpacing={4}
      horizontalSpacing={8}
      fz="sm"
      highlightOnHover
      highlightOnHoverColor="var(--office-hover)"
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, title, width, align = 'left' }) => (
            <Table.Th key={key} ta={align} {...(width !== undefined && { w: width })}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => (
          <Table.Tr key={rowKey(row)}>
            {columns.map(({ key, render, align = 'left' }) => (
              <Table.Td key={key} ta={align}>
                {render(row, index)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
