import { Group } from '@mantine/core';
import { IconButton } from './IconButton.tsx';
import type { SmallColumn } from './SmallTable.tsx';

export interface RowAction<R> {
  /** Names the row as well: for screen readers and as the hint. */
  readonly label: (row: R) => string;
  readonly run: (row: R) => void;
}

export interface RowButtons<R> {
  readonly edit: RowAction<R>;
  /** `unlink` takes the row out of the card, the thing itself stays. */
  readonly remove: RowAction<R> & { readonly unlink?: boolean };
}

/** The last column of a small table: change and remove the row. */
export const rowButtons = <R,>({ edit, remove }: RowButtons<R>): SmallColumn<R> => ({
  key: 'actions',
  title: '',
  width: 64,
  render: (row) => (
    <Group gap={2} wrap="nowrap">
      <IconButton icon="edit" label={edit.label(row)} onClick={() => edit.run(row)} />
      <IconButton
        icon={remove.unlink === true ? 'close' : 'trash'}
        label={remove.label(row)}
        onClick={() => remove.run(row)}
      />
    </Group>
  ),
});
