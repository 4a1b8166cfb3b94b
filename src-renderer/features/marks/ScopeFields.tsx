import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { grid as text, periods as periodText } from '../../strings/marks.ts';
import { YearField } from '../people/YearField.tsx';
import { choose } from './entry-store.ts';
import type { Scope } from './use-scope.ts';

/** Year and class. */
export const ClassFields = ({ scope }: { readonly scope: Scope }): JSX.Element => (
  <>
    <YearField
      value={scope.year}
      onChange={(startYear) => choose({ startYear, classId: null, period: null, day: null })}
    />
    <Select
      aria-label={text.class}
      placeholder={text.class}
      w={90}
      searchable
      selectFirstOptionOnChange
      onFocus={(event) => event.currentTarget.select()}
      allowDeselect={false}
      data={scope.classes.map(({ id, className }) => ({ value: String(id), label: className }))}
      value={scope.class === null ? null : String(scope.class.id)}
      onChange={(id) => choose({ classId: Number(id), day: null })}
    />
  </>
);

export const SubjectField = ({ scope }: { readonly scope: Scope }): JSX.Element => (
  <Select
    aria-label={text.subject}
    placeholder={text.noSubjects}
    w={210}
    searchable
    selectFirstOptionOnChange
    onFocus={(event) => event.currentTarget.select()}
    allowDeselect={false}
    disabled={scope.subjects.length === 0}
    data={scope.subjects.map(({ name }) => name)}
    value={scope.subject?.name ?? null}
    onChange={(subject) => choose({ subject, day: null })}
  />
);

export const PeriodSelect = ({ scope }: { readonly scope: Scope }): JSX.Element => (
  <Select
    aria-label={periodText.label}
    w={160}
    allowDeselect={false}
    data={scope.periods.map(({ key, label }) => ({ value: key, label }))}
    value={scope.period?.key ?? null}
    onChange={(period) => choose({ period, day: null })}
  />
);
