import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect } from 'react';
import { job } from '../../../strings/common.ts';
import { reading as text } from '../../../strings/people-import.ts';
import { Icon, Panel } from '../../../ui/index.ts';
import type { ImportItem } from './import-store.ts';
import { patchItem, useImports } from './import-store.ts';
import { startReading, stopReading } from './reading.ts';

/** A file that is being read, or the reason why it could not be. */
export const ReadingFile = ({ item }: { readonly item: ImportItem }): JSX.Element => {
  const { file, refusal } = item;
  const stage = useImports((store) => store.stage);
  useEffect(() => {
    if (refusal === null) void startReading(file.handle);
  }, [file.handle, refusal]);
  if (refusal !== null)
    return (
      <Alert color="red" role="alert" icon={<Icon name="warning" />} title={text.refused}>
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{refusal}</Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => patchItem(file.handle, { refusal: null })}
          >
            {text.again}
          </Button>
        </Stack>
      </Alert>
    );
  const words = stage === null ? job.starting : (job.stages[stage] ?? stage);
  return (
    <Panel title={text.title(file.name)}>
      <Stack gap="xs">
        <Text size="sm" role="status">
          {words}
        </Text>
        <Progress value={100} animated striped aria-label={words} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => stopReading(file.handle)}>
            {text.stop}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
