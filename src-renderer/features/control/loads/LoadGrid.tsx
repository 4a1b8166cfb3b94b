import type { JSX, KeyboardEvent } from 'react';
import { loads as text } from '../../../strings/control.ts';
import css from '../control.module.css';
import { keyOf, lessonsOf } from './load-edits.ts';

export interface LoadGridProps {
  readonly classes: readonly { readonly id: number; readonly title: string }[];
  readonly subjects: readonly string[];
  /** What stands in a cell: typed, or stored. */
  readonly textOf: (key: string) => string;
  readonly isChanged: (key: string) => boolean;
  readonly onType: (key: string, value: string) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Up, down and Enter always walk; left and right only at the end of the text. */
const mayMove = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean => {
  const { selectionStart, selectionEnd, value } = currentTarget;
  if (selectionStart !== selectionEnd) return true;
  if (key === 'ArrowLeft') return selectionStart === 0;
  return key !== 'ArrowRight' || selectionEnd === value.length;
};

const walk = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void => {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.altKey || !mayMove(event)) return;
  const place = `${row + step[0]} ${column + step[1]}`;
  const next = event.currentTarget
    .closest('table')
    ?.querySelector<HTMLInputElement>(`[data-place="${place}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
};

const Totals = ({ classes, subjects, textOf }: LoadGridProps): JSX.Element => (
  <tfoot>
    <tr>
      <th scope="row">{text.total}</th>
      {classes.map(({ id }) => (
        <td key={id}>
          {subjects.reduce((sum, subject) => sum + (lessonsOf(textOf(keyOf(id, subject))) ?? 0), 0)}
        </td>
      ))}
    </tr>
  </tfoot>
);

/** Subjects down, classes across; keyboard only. */
export const LoadGrid = (props: LoadGridProps): JSX.Element => {
  const { classes, subjects, textOf, isChanged, onType } = props;
  return (
    <div className={css['loads']}>
      <table className={css['loadTable']} aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            {classes.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject, row) => (
            <tr key={subject}>
              <th scope="row">{subject}</th>
              {classes.map(({ id, title }, column) => {
                const key = keyOf(id, subject);
                const value = textOf(key);
                const isBad = lessonsOf(value) === undefined;
                return (
                  <td key={id}>
                    <input
                      className={css['load']}
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={text.cell(subject, title)}
                      aria-invalid={isBad}
                      title={isBad ? text.bad : undefined}
                      data-place={`${row} ${column}`}
                      data-changed={isChanged(key)}
                      value={value}
                      onChange={(event) => onType(key, event.currentTarget.value)}
                      onFocus={(event) => event.currentTarget.select()}
                      onKeyDown={(event) => walk(event, row, column)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <Totals {...props} />
      </table>
    </div>
  );
};
