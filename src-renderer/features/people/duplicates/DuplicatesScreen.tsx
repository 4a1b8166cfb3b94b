import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { kinds, reasons, screen as text } from '../../../strings/people-duplicates.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { Page, PageHeader } from '../../../ui/index.ts';
import type { ListColumn } from '../../../ui/lists/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { CompareDialog } from './CompareDialog.tsx';
import type { Group, Kind } from './fields.ts';

const columns: readonly ListColumn<Group>[] = [
  { key: 'names', title: text.names, width: 460, grow: true },
  {
    key: 'reason',
    title: text.reason,
    kind: 'choice',
    labels: reasons,
    width: 380,
    sort: true,
  },
];

export default function DuplicatesScreen(): JSX.Element {
  const [kind, setKind] = useState<Kind>('student');
  const [group, setGroup] = useState<Group | null>(null);
  const fixed = useMemo(() => ({ kind }), [kind]);
  return (
    <Page>
      <PageHeader title={text.title} />
      <Text size="sm" c="dimmed">
        {text.intro}
      </Text>
      <DataTable
        operation="people.listDuplicates"
        title={text.title}
        columns={columns}
        // Groups have text keys; a number is asked only where rows are selected.
        rowKey={({ people }) => people[0]?.id ?? 0}
        onOpen={setGroup}
        fixedFilters={fixed}
        actions={
          <SegmentField<Kind>
            name="kind"
            label={text.kind}
            value={kind}
            onChange={setKind}
            choices={choicesOf(kinds)}
          />
        }
        empty={{ title: text.emptyTitle, hint: text.emptyHint }}
      />
      {group && <CompareDialog key={group.key} group={group} onClose={() => setGroup(null)} />}
    </Page>
  );
}
