import { Button, Group, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { classes, result as text } from '../../../strings/marks-import.ts';
import { apply } from '../../../strings/people-import.ts';
import { RejectedButton } from '../../../ui/imports/RejectedButton.tsx';
import { DescriptionList, Icon, Panel, StatusBadge, navigate } from '../../../ui/index.ts';
import { undoImport } from '../../../ui/imports/undo-import.ts';
import { choose } from '../entry-store.ts';
import type { Preview, Result } from './import-store.ts';
import { clearImport } from './import-store.ts';
import { barCounts } from './plan-counts.ts';

const newest = { limit: 50, sort: { column: 'at', descending: true } } as const;

const UndoButton = ({ importId }: { readonly importId: number }): JSX.Element | null => {
  const { data } = useOperation('marks.listImports', newest);
  const row = data?.rows.find(({ id }) => id === importId);
  if (!row) return null;
  if (row.undone) return <StatusBadge tone="neutral">{apply.undoneState}</StatusBadge>;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="undo" size={16} />}
      onClick={() => void undoImport(row.auditId, row.fileName)}
    >
      {apply.undo}
    </Button>
  );
};

/** The grid opens where the files were about. */
const toGrid = ({ files }: Preview): void => {
  const period = files.find((file) => file.period !== null)?.period;
  if (period) choose({ day: period.to, period: period.to.slice(0, 7) });
  navigate('/marks?tab=class');
};

/** What was written, with the ways back and on. */
export const ResultPanel = ({
  preview,
  result,
}: {
  readonly preview: Preview;
  readonly result: Result;
}): JSX.Element => (
  <Panel title={apply.result}>
    <Stack gap="md">
      <DescriptionList
        items={[
          [classes.marks, classes.countsOf(result.marks)],
          [classes.lessons, classes.countsOf(result.lessons)],
          [classes.finals, classes.countsOf(result.finals)],
          [classes.newSubjects, result.newSubjects],
          [apply.resultRejected, result.rejected],
          [text.skipped, result.skipped],
        ]}
      />
      <Group gap="xs">
        <Button onClick={() => toGrid(preview)}>{text.toGrid}</Button>
        <Button variant="default" onClick={() => navigate('/marks?tab=lessons')}>
          {text.toLessons}
        </Button>
        <RejectedButton
          preview={{ plan: preview.plan, counts: barCounts(preview) }}
          operation="marks.rejectedFile"
        />
        <UndoButton importId={result.importId} />
        <Button variant="default" onClick={clearImport}>
          {text.next}
        </Button>
      </Group>
    </Stack>
  </Panel>
);
