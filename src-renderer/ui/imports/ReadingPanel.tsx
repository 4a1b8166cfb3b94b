import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { job } from '../../strings/common.ts';
import { reading as text } from '../../strings/people-import.ts';
import { Icon } from '../icons.tsx';
import { Panel } from '../page.tsx';

export interface ReadingPanelProps {
  readonly fileName: string;
  /** Why the file was refused, in Russian; null while it is read. */
  readonly refusal: string | null;
  /** Stage as the core names it. */
  readonly stage: string | null;
  readonly onAgain: () => void;
  readonly onStop: () => void;
}

/** A file that is being read, or the reason why it could not be. */
export const ReadingPanel = (props: ReadingPanelProps): JSX.Element => {
  const { fileName, refusal, stage, onAgain, onStop } = props;
  if (refusal !== null)
    return (
      <Alert color="red" role="alert" icon={<Icon name="warning" />} title={text.refused}>
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{refusal}</Text>
          <Button variant="default" size="compact-sm" onClick={onAgain}>
            {text.again}
          </Button>
        </Stack>
      </Alert>
    );
  const words = stage === null ? job.starting : (job.stages[stage] ?? stage);
  return (
    <Panel title={text.title(fileName)}>
      <Stack gap="xs">
        <Text size="sm" role="status">
          {words}
        </Text>
        <Progress value={100} animated striped aria-label={words} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onStop}>
            {text.stop}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
