import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { classes as text } from '../../strings/sheets.ts';
import css from './sheets.module.css';
import type { Counts, Week } from './totals.ts';
import { lateOf } from './totals.ts';

export interface ClassChoiceProps {
  readonly week: Week;
  readonly classId: number | null;
  readonly onChange: (classId: number | null) => void;
}

interface LineProps {
  readonly name: string;
  readonly counts: Counts;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

const Line = ({ name, counts, pressed, onClick }: LineProps): JSX.Element => {
  const late = lateOf(counts);
  return (
    <li>
      <button
        type="button"
        className={css['class']}
        aria-pressed={pressed}
        title={late > 0 ? text.late(late) : undefined}
        onClick={onClick}
      >
        <span>{name}</span>
        {counts.owed > 0 && (
          <span
            className={late > 0 ? css['late'] : css['soft']}
            aria-label={text.of(counts.handed, counts.owed)}
            role="img"
          >
            {counts.handed}/{counts.owed}
          </span>
        )}
      </button>
    </li>
  );
};

/** Classes of the week with what is handed over; one of them narrows the list. */
export const ClassPanel = ({ week, classId, onChange }: ClassChoiceProps): JSX.Element => (
  <nav className={css['classes']} aria-label={text.label}>
    <ul>
      <Line
        name={text.all}
        counts={week.total}
        pressed={classId === null}
        onClick={() => onChange(null)}
      />
      {week.classes.map((row) => (
        <Line
          key={row.classId}
          name={row.className}
          counts={row}
          pressed={classId === row.classId}
          onClick={() => onChange(row.classId)}
        />
      ))}
    </ul>
  </nav>
);

/** The same choice for a narrow window. */
export const ClassSelect = ({ week, classId, onChange }: ClassChoiceProps): JSX.Element => (
  <Select
    className={css['classSelect'] ?? ''}
    aria-label={text.label}
    placeholder={text.all}
    w={190}
    searchable
    clearable
    value={classId === null ? null : String(classId)}
    data={week.classes.map((row) => ({
      value: String(row.classId),
      label: text.option(row.className, row.handed, row.owed),
    }))}
    onChange={(next) => onChange(next === null ? null : Number(next))}
  />
);
