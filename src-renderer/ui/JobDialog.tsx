import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useRunningJob } from '../api/running-job.ts';
import type { RunningJob } from '../api/running-job.ts';
import { job as text } from '../strings/common.ts';

const Body = ({ job }: { readonly job: RunningJob }): JSX.Element => {
  const { progress } = job;
  const total = progress?.total ?? null;
  const percent = progress && total ? (progress.done / total) * 100 : 100;
  const stage = progress ? (text.stages[progress.stage] ?? progress.stage) : text.starting;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {stage}
      </Text>
      <Progress
        value={percent}
        animated={total === null}
        striped={total === null}
        aria-label={stage}
        size="lg"
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progress && text.step(progress.done, total)}
        </Text>
        <Button variant="default" onClick={job.cancel} disabled={job.cancelling} data-autofocus>
          {job.cancelling ? text.cancelling : text.cancel}
        </Button>
      </Group>
    </Stack>
  );
};

/** Progress of the long operation `runJob` runs; the shell mounts it once. */
export const JobDialog = (): JSX.Element => {
  const { job } = useRunningJob();
  return (
    <Modal
      opened={job !== null}
      zIndex={300}
      onClose={() => job?.cancel()}
      title={job?.title}
      withCloseButton={false}
      closeOnClickOutside={false}
      size="sm"
      // A quick job should not flash a dialog.
      transitionProps={{ enterDelay: 250, duration: 120 }}
    >
      {job && <Body job={job} />}
    </Modal>
  );
};
