import { VisuallyHidden } from '@mantine/core';
import type { JSX, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { JournalCell } from '../../../src-main/contract/journal.ts';
import { grid as text, states } from '../../strings/journal.ts';
import { StatusBadge, showDate } from '../../ui/index.ts';
import type { StatusTone } from '../../ui/index.ts';
import css from './journal.module.css';
import type { ClassGroup, JournalRef } from './periods-of-classes.ts';
import { journalKey, journalName } from './periods-of-classes.ts';

const tones: Readonly<Record<JournalCell['state'], StatusTone>> = {
  certified: 'good',
  printed: 'warning',
  missing: 'bad',
  early: 'info',
  running: 'neutral',
  future: 'neutral',
  offered: 'neutral',
};

const detailOf = ({ state, print, from, to }: JournalCell): string => {
  if (state === 'future') return text.since(showDate(from));
  if (state === 'running' || state === 'offered') return text.until(showDate(to));
  if (print === null) return text.until(showDate(to));
  return `${showDate(print.certifiedOn ?? print.printedOn)}, ${text.leaves(print.leaves)}`;
};

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export interface RegisterGridProps {
  readonly group: ClassGroup;
  readonly onOpen: (journal: JournalRef) => void;
}

const focusCell = (table: HTMLElement, row: number, column: number): void =>
  table.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();

/** Classes × periods of one kind; arrows walk, Enter opens. */
export const RegisterGrid = ({ group, onOpen }: RegisterGridProps): JSX.Element => {
  const [at, setAt] = useState('0 0');
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [row = 0, column = 0] = at.split(' ').map(Number);
    focusCell(event.currentTarget, row + step[0], column + step[1]);
  };
  return (
    <table
      className={css['grid']}
      aria-label={text.label(group.titles.join(', '))}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col" className={css['classHead']}>
            {text.class}
          </th>
          {group.titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.classes.map(({ cells, ...journal }, row) => (
          <tr key={journalKey(journal)}>
            <th scope="row">{journalName(journal)}</th>
            {cells.map((cell, column) => {
              const place = `${row} ${column}`;
              const { period, title, state } = cell;
              return (
                <td key={period}>
                  <button
                    type="button"
                    className={css['cell']}
                    data-state={state}
                    data-place={place}
                    tabIndex={place === at ? 0 : -1}
                    onFocus={() => setAt(place)}
                    onClick={() => onOpen({ ...journal, period, title })}
                  >
                    <VisuallyHidden>{text.of(journalName(journal), title)} </VisuallyHidden>
                    <StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>{' '}
                    <span className={css['detail']}>{detailOf(cell)}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
