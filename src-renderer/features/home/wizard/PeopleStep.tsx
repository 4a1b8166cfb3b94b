import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { buttons } from '../../../strings/common.ts';
import { counts as words, peopleStep as text, wizard } from '../../../strings/home.ts';
import { Icon, Panel, navigate } from '../../../ui/index.ts';
import { importLink } from '../links.ts';

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
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{text.hint}</Text>
          {hasPeople && (
            <Text size="sm" fw={700}>
              {text.filled} {filled(counts)}
            </Text>
          )}
          <Group gap="xs">
            <Button
              variant={hasPeople ? 'default' : 'filled'}
              leftSection={<Icon name="upload" size={16} />}
              onClick={() => navigate(importLink)}
            >
              {text.import}
            </Button>
            <Button variant="default" onClick={() => navigate('/students/new')}>
              {text.byHand}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {text.back}
          </Text>
        </Stack>
      </Panel>
      <Group justify="flex-end">
        <Button variant={hasPeople ? 'filled' : 'default'} onClick={onNext}>
          {hasPeople ? buttons.next : wizard.skip}
        </Button>
      </Group>
    </Stack>
  );
};
