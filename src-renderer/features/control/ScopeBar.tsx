import { Button, Group, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { scope as text } from '../../strings/control.ts';
import { DateField } from '../../ui/form/index.ts';
import { YearField } from '../people/YearField.tsx';
import { choose, useControl } from './control-store.ts';
import type { ShownScope } from './use-scope.ts';

interface Choice {
  readonly id: number;
  readonly title: string;
}

interface PickerProps {
  readonly label: string;
  readonly all: string;
  readonly width: number;
  readonly choices: readonly Choice[];
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
}

const Picker = ({ label, all, width, choices, value, onChange }: PickerProps): JSX.Element => (
  <Select
    aria-label={label}
    placeholder={all}
    w={width}
    searchable
    clearable
    data={choices.map(({ id, title }) => ({ value: String(id), label: title }))}
    value={value === null ? null : String(value)}
    comboboxProps={{ keepMounted: false }}
    onChange={(next) => onChange(next === null ? null : Number(next))}
  />
);

const noChoices = { classes: [], subjects: [], teachers: [] };

const Pickers = ({ shown: { from, to, scope } }: { readonly shown: ShownScope }): JSX.Element => {
  const { classId, subjectId, teacherId } = useControl();
  const asked = scope === null ? {} : { from: scope.from, to: scope.to };
  const { classes, subjects, teachers } =
    useOperation('control.choices', asked, {
      enabled: from !== null && to !== null && scope !== null,
      keepPrevious: true,
    }).data ?? noChoices;
  const nobody = { id: 0, title: text.noTeacher };
  const isNarrowed = classId !== null || subjectId !== null || teacherId !== null;
  return (
    <>
      <Picker
        label={text.class}
        all={text.allClasses}
        width={120}
        choices={classes}
        value={classId}
        onChange={(id) => choose({ classId: id })}
      />
      <Picker
        label={text.subject}
        all={text.allSubjects}
        width={150}
        choices={subjects}
        value={subjectId}
        onChange={(id) => choose({ subjectId: id })}
      />
      <Picker
        label={text.teacher}
        all={text.allTeachers}
        width={180}
        choices={[...teachers, nobody]}
        value={teacherId}
        onChange={(id) => choose({ teacherId: id })}
      />
      {isNarrowed && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => choose({ classId: null, subjectId: null, teacherId: null })}
        >
          {text.clear}
        </Button>
      )}
    </>
  );
};

/** Year, period, class, subject and teacher of the whole screen. */
export const ScopeBar = ({ shown }: { readonly shown: ShownScope }): JSX.Element => (
  <Group gap={8} role="group" aria-label={text.label}>
    <YearField
      value={shown.year}
      onChange={(startYear) => choose({ startYear, period: null, classId: null })}
    />
    <Select
      aria-label={text.period}
      w={140}
      allowDeselect={false}
      data={[
        ...shown.periods.map(({ key, label }) => ({ value: key, label })),
        { value: 'days', label: text.otherDays },
      ]}
      value={shown.period}
      onChange={(period) =>
        choose({ period, ...(period === 'days' && { from: shown.from, to: shown.to }) })
      }
    />
    {shown.period === 'days' && (
      <>
        <DateField
          name="from"
          aria-label={text.from}
          value={shown.from}
          onChange={(from) => choose({ from })}
        />
        <DateField
          name="to"
          aria-label={text.to}
          value={shown.to}
          onChange={(to) => choose({ to })}
        />
      </>
    )}
    <Pickers shown={shown} />
  </Group>
);
