import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { states, table as text } from '../../strings/common.ts';
import { cellText, isNumeric } from './columns.ts';
import css from './table.module.css';
import { cellSize } from './TableHead.tsx';
import type { ShownColumn } from './use-columns.ts';

export interface TableRowProps<R> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** Undefined while the row is on its way. */
  readonly row: R | undefined;
  readonly columns: readonly ShownColumn<R>[];
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onOpen?: (row: R) => void;
  readonly selected: boolean | null;
  readonly onSelect: () => void;
}

const Cell = <R,>({
  shown,
  row,
  index,
}: {
  readonly shown: ShownColumn<R>;
  readonly row: R | undefined;
  readonly index: number;
}): JSX.Element => {
  const { column } = shown;
  const words = row === undefined ? '' : cellText(column, row);
  return (
    <div
      role="gridcell"
      aria-colindex={index + 1}
      className={`${css['cell']} ${isNumeric(column) ? css['right'] : ''}`}
      style={cellSize(shown)}
      {...(words !== '' && { title: words })}
    >
      {row === undefined ? (
        <span className={css['waiting']} />
      ) : (
        (column.render?.(row) ?? (words === '' ? states.nothing : words))
      )}
    </div>
  );
};

/** One row of the grid; a click or Enter opens it. */
export const TableRow = <R,>({
  id,
  index,
  top,
  row,
  columns,
  active,
  onActivate,
  onOpen,
  selected,
  onSelect,
}: TableRowProps<R>): JSX.Element => (
  // Keys are handled by the grid, which holds the focus (aria-activedescendant).
  <div
    id={id}
    role="row"
    aria-rowindex={index + 2}
    {...(selected !== null && { 'aria-selected': selected })}
    className={`${css['row']} ${active ? css['active'] : ''} ${onOpen ? css['openable'] : ''}`}
    style={{ transform: `translateY(${top}px)` }}
    onMouseDown={onActivate}
    onClick={(event) => {
      const isControl = (event.target as HTMLElement).closest('a, button, input, label');
      const isMarking = String(window.getSelection()) !== '';
      if (row !== undefined && !isControl && !isMarking) onOpen?.(row);
    }}
  >
    {selected !== null && (
      <div role="gridcell" className={css['check']}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={text.selectRow}
          checked={selected}
          onChange={onSelect}
        />
      </div>
    )}
    {columns.map((shown, at) => (
      <Cell key={shown.column.key} shown={shown} row={row} index={at} />
    ))}
  </div>
);
