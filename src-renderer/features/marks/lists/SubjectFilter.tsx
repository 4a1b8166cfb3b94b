import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { marks as text } from '../../../strings/marks.ts';
import type { Scope } from '../use-scope.ts';

export interface SubjectFilterProps {
  readonly scope: Scope;
  readonly value: number | null;
  readonly onChange: (subjectId: number | null) => void;
}

/** A subject of the class, or all of them. */
export const SubjectFilter = ({ scope, value, onChange }: SubjectFilterProps): JSX.Element => (
  <Select
    aria-label={text.subject}
    placeholder={text.anySubject}
    w={180}
    searchable
    selectFirstOptionOnChange
    onFocus={(event) => event.currentTarget.select()}
    clearable
    data={scope.subjects.flatMap(({ id, name }) =>
      id === null ? [] : [{ value: String(id), label: name }],
    )}
    value={value === null ? null : String(value)}
    onChange={(next) => onChange(next === null ? null : Number(next))}
  />
);
