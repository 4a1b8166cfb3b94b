import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { buttons } from '../../../strings/common.ts';
import { counts as words, peopleStep as text, wizard } from '../../../strings/home.ts';
import { Panel, navigate } from '../../../ui/index.ts';
import { ImportFiles } from '../../people/import/ImportScreen.tsx';

type Counts = OperationOutput<'home.overview'>['counts'];

const filled = ({ students, guardians, teachers, classes }: Counts): string =>
  [
    words.students(students),
    words.guardians(guardians),
    words.teachers(teachers),
    words.classes(classes),
  ].join(', ');

/** Lists of people: by import, or later. */
export const PeopleStep = ({
  counts,
  onNext,
}: {
  readonly counts: Counts;
  readonly onNext: () => void;
}): JSX.Element => {
  const hasPeople = counts.students > 0;
  return (
    <Stack gap="sm">
      <Panel title={text.title}>
        <Stack gap="sm">
          <Text size="sm">{text.hint}</Text>
          {hasPeople && (
            <Text size="sm" fw={700}>
              {text.filled} {filled(counts)}
            </Text>
          )}
        </Stack>
      </Panel>
      <ImportFiles />
      <Group justify="flex-end" gap="xs">
        {!hasPeople && (
          <Button variant="subtle" onClick={() => navigate('/students/new')}>
            {text.byHand}
          </Button>
        )}
        <Button variant={hasPeople ? 'filled' : 'default'} onClick={onNext}>
          {hasPeople ? buttons.next : wizard.skip}
        </Button>
      </Group>
    </Stack>
  );
};
