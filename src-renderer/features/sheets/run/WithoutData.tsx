import { Alert, Anchor, Checkbox, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { Icon, navigate } from '../../../ui/index.ts';
import { importLink } from '../../marks/links.ts';
import css from '../sheets.module.css';

type Rows = OperationOutput<'sheets.check'>['withoutData'];

/** Students of one class in one week. */
const groupKey = ({ classId, week }: Rows[number]): string => `${classId} ${week}`;

/** Of the students without data those whose class and week are ticked. */
export const chosenEmpty = (rows: Rows, ticked: ReadonlySet<string>): Rows =>
  rows.filter((row) => ticked.has(groupKey(row)));

/** The parent is named where the sheet would be his own. */
const nameOf = ({ studentName, recipient }: Rows[number]): string =>
  recipient === null ? studentName : text.forWhom(studentName, recipient);

export interface WithoutDataProps {
  readonly rows: Rows;
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

/** Whose sheet would be empty and use up the only one of the week; printed by choice only. */
export const WithoutData = ({ rows, ticked, onChange }: WithoutDataProps): JSX.Element => {
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <Alert color="orange" icon={<Icon name="warning" />} title={text.withoutDataTitle(rows.length)}>
      <Stack gap="xs">
        <Text size="sm">
          {text.withoutDataHint}{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => navigate(importLink)}>
            {text.toImport}
          </Anchor>
        </Text>
        <div className={css['reasons']}>
          <Stack gap={6}>
            {[...Map.groupBy(rows, groupKey)].map(([key, [first, ...others]]) =>
              first === undefined ? null : (
                <Checkbox
                  key={key}
                  label={text.printEmpty(first.className, first.weekTitle, others.length + 1)}
                  description={[first, ...others].map(nameOf).join(', ')}
                  checked={ticked.has(key)}
                  onChange={(event) => toggle(key, event.currentTarget.checked)}
                />
              ),
            )}
          </Stack>
        </div>
      </Stack>
    </Alert>
  );
};
