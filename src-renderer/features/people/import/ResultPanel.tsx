import { Button, Group, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { apply as text, recognised } from '../../../strings/people-import.ts';
import { appliedFacts, contentFacts } from '../../../ui/imports/facts.ts';
import { RejectedButton } from '../../../ui/imports/RejectedButton.tsx';
import { DescriptionList, Icon, Panel, StatusBadge, navigate } from '../../../ui/index.ts';
import type { ImportItem, Preview, Result } from './import-store.ts';
import { nextItem, showItem, useImports } from './import-store.ts';
import { createdWords } from './RecognisedPanel.tsx';
import { undoImport } from '../../../ui/imports/undo-import.ts';

const newest = { limit: 50, sort: { column: 'at', descending: true } } as const;

const UndoButton = ({
  importId,
  fileName,
}: {
  readonly importId: number;
  readonly fileName: string;
}): JSX.Element | null => {
  const { data } = useOperation('people.listImports', newest);
  const row = data?.rows.find(({ id }) => id === importId);
  if (!row) return null;
  if (row.undone) return <StatusBadge tone="neutral">{text.undoneState}</StatusBadge>;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="undo" size={16} />}
      onClick={() => void undoImport(row.auditId, fileName)}
    >
      {text.undo}
    </Button>
  );
};

export interface ResultPanelProps {
  readonly item: ImportItem;
  readonly preview: Preview;
  readonly result: Result;
}

/** What was written, with the ways back and on. */
export const ResultPanel = ({ item, preview, result }: ResultPanelProps): JSX.Element => {
  const { counts, importId } = result;
  const next = useImports(nextItem);
  return (
    <Panel title={text.result}>
      <Stack gap="md">
        <DescriptionList
          items={[
            ...contentFacts(preview),
            ...appliedFacts(counts),
            [recognised.appeared, createdWords(result.creates)],
          ]}
        />
        <Group gap="xs">
          {next && <Button onClick={() => showItem(next.file.handle)}>{text.next}</Button>}
          <Button variant="default" onClick={() => navigate('/students')}>
            {text.toStudents}
          </Button>
          <RejectedButton preview={preview} operation="people.rejectedFile" />
          <UndoButton importId={importId} fileName={item.file.name} />
        </Group>
      </Stack>
    </Panel>
  );
};
