import { Group, MultiSelect, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { form as text } from '../../../strings/people-teachers.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import { TextField } from '../../../ui/form/index.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import css from '../people.module.css';
import type { Duty } from './duties.ts';
import { firstRow } from './duties.ts';

export interface ClassChoice {
  readonly value: string;
  readonly label: string;
}

export interface DutyFieldsProps {
  readonly duties: readonly Duty[];
  readonly onChange: (duties: readonly Duty[]) => void;
  readonly classes: readonly ClassChoice[];
  readonly errorOf: (path: string) => ReactNode;
}

const empty: Duty = { subject: '', classIds: [] };

/** Subjects of a teacher, each with its classes. */
export const DutyFields = ({
  duties,
  onChange,
  classes,
  errorOf,
}: DutyFieldsProps): JSX.Element => {
  const change = (at: number, part: Partial<Duty>): void =>
    onChange(duties.map((duty, index) => (index === at ? { ...duty, ...part } : duty)));
  return (
    <Stack gap={6}>
      {duties.map(({ subject, classIds }, at) => {
        const path = `assignments.${firstRow(duties, at)}`;
        return (
          // Rows have no identity of their own besides their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={css['duty']}>
            <TextField
              name={`${path}.subject`}
              label={text.subject}
              suggest="subject"
              value={subject}
              onChange={(next) => change(at, { subject: next ?? '' })}
              error={errorOf(`${path}.subject`)}
            />
            <MultiSelect
              name={`${path}.classId`}
              label={text.classes}
              placeholder={classIds.length === 0 ? text.classesHint : ''}
              data={[...classes]}
              searchable
              hidePickedOptions
              value={classIds.map(String)}
              onChange={(next) => change(at, { classIds: next.map(Number) })}
              error={errorOf(`${path}.classId`)}
            />
            <IconButton
              icon="trash"
              label={text.removeSubject(subject)}
              onClick={() => onChange(duties.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <Group>
        <AddButton label={text.addSubject} onClick={() => onChange([...duties, empty])} />
      </Group>
    </Stack>
  );
};
