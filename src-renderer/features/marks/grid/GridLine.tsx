import type { JSX } from 'react';
import { memo } from 'react';
import { grid as text } from '../../../strings/marks.ts';
import css from './grid.module.css';
import type { GridCell, GridColumn, GridRow, UnsavedCell } from './grid-cells.ts';
import type { UnsavedCells } from './use-saves.ts';

export interface GridLineProps {
  readonly id: string;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly unsaved: UnsavedCells;
  readonly noCell: string;
  /** Column of the cursor, null in the other rows. */
  readonly active: number | null;
  /** Text that is being typed in the cell under the cursor. */
  readonly typing: string | null;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly onPoint: (column: number) => void;
  readonly onOpen: () => void;
}

const wordsOf = (cell: GridCell, unsaved: UnsavedCell | undefined): string | undefined => {
  if (unsaved?.problem) return text.notSaved(unsaved.problem);
  if (unsaved) return text.saving;
  return cell.unknown ? text.unknownCode(cell.text) : undefined;
};

const lookOf = (cell: GridCell | null, unsaved: UnsavedCell | undefined): string => {
  if (!cell) return css['none'] ?? '';
  if (unsaved?.problem) return css['failed'] ?? '';
  if (unsaved) return css['saving'] ?? '';
  return (cell.unknown && css['unknown']) || '';
};

interface BoxProps extends Pick<GridLineProps, 'onType' | 'onLeave'> {
  readonly label: string;
  readonly value: string;
}

const Box = ({ label, value, onType, onLeave }: BoxProps): JSX.Element => (
  <input
    // The grid hands the focus over with the first letter.
    ref={(element) => element?.focus({ preventScroll: true })}
    className={css['box']}
    aria-label={label}
    value={value}
    maxLength={40}
    autoComplete="off"
    spellCheck={false}
    onChange={(event) => onType(event.currentTarget.value)}
    onBlur={onLeave}
  />
);

const Line = (props: GridLineProps): JSX.Element => {
  const { id, row, columns, unsaved, active, typing } = props;
  return (
    <tr className={active === null ? undefined : css['rowNow']}>
      <th scope="row" title={row.title} className={css['name']}>
        <span>{row.title}</span>
        {row.note !== '' && <small>{row.note}</small>}
      </th>
      {row.cells.map((cell, column) => {
        const waiting = cell ? unsaved.get(cell.key) : undefined;
        const isActive = column === active;
        const title = columns[column]?.title ?? '';
        return (
          <td
            key={columns[column]?.key ?? column}
            id={`${id}-${column}`}
            role="gridcell"
            aria-selected={isActive}
            aria-readonly={cell === null}
            aria-label={text.cellOf(row.title, title, waiting?.text ?? cell?.text ?? '')}
            title={cell ? wordsOf(cell, waiting) : props.noCell}
            className={`${lookOf(cell, waiting)} ${isActive ? css['cellNow'] : ''}`}
            onMouseDown={(event) => {
              if (event.target instanceof HTMLInputElement) return;
              // The focus stays on the grid: a cell has none of its own.
              event.preventDefault();
              props.onPoint(column);
            }}
            onDoubleClick={props.onOpen}
          >
            {isActive && typing !== null ? (
              <Box
                label={text.boxOf(row.title, title)}
                value={typing}
                onType={props.onType}
                onLeave={props.onLeave}
              />
            ) : (
              (waiting?.text ?? cell?.text)
            )}
          </td>
        );
      })}
      {row.average !== null && <td className={css['average']}>{row.average}</td>}
    </tr>
  );
};

const touches = ({ row, unsaved }: GridLineProps): boolean =>
  row.cells.some((cell) => cell !== null && unsaved.has(cell.key));

/** The handlers are new at every move; a row away from the cursor does not care. */
export const GridLine = memo(
  Line,
  (was, is) =>
    was.row === is.row &&
    was.columns === is.columns &&
    was.active === null &&
    is.active === null &&
    (was.unsaved === is.unsaved || !(touches(was) || touches(is))),
);
