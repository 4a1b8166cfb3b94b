import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useCommand, useOperation } from '../../api/hooks.ts';
import { statuses } from '../../strings/appeals.ts';
import { buttons } from '../../strings/common.ts';
import { card as text, deleting, fields as words, resources } from '../../strings/resources.ts';
import { EditButton } from '../../ui/buttons.tsx';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  confirm,
  navigate,
  showDate,
} from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { appealLink } from '../people/links.ts';
import { CopyAddress } from './CopyAddress.tsx';
import { ResourceDialog } from './ResourceDialog.tsx';
import { parallelTitle } from '../../../src-main/domain/classes.ts';

type Card = OperationOutput<'resources.card'>;
type LinkedAppeal = Card['appeals'][number];

const columns: readonly SmallColumn<LinkedAppeal>[] = [
  {
    key: 'number',
    title: text.number,
    render: ({ appealId, number, year }) => (
      <Link href={appealLink(appealId)}>{text.appealNumber(number, year)}</Link>
    ),
  },
  { key: 'date', title: text.date, render: (row) => showDate(row.date) },
  { key: 'studentName', title: text.student, render: (row) => row.studentName },
  { key: 'className', title: text.className, render: (row) => row.className },
  { key: 'lessonTopic', title: text.topic, render: (row) => row.lessonTopic },
  { key: 'status', title: text.status, render: (row) => statuses[row.status] },
  { key: 'givenOn', title: text.givenOn, render: (row) => showDate(row.givenOn) },
  { key: 'prepared', title: text.prepared, render: (row) => text.preparedIs(row.prepared) },
];

const Facts = ({ resource }: Pick<Card, 'resource'>): JSX.Element => (
  <Panel title={text.facts}>
    <DescriptionList
      items={[
        [words.subject, resource.subject],
        [words.parallel, parallelTitle(resource.parallel)],
        [words.topic, resource.topic],
        [words.author, resource.authorName ?? text.found],
        [words.postedOn, showDate(resource.postedOn)],
        [words.url, <CopyAddress key="url" url={resource.url} />],
      ]}
    />
    <Text size="xs" c="dimmed" mt="sm">
      {text.networkHint}
    </Text>
  </Panel>
);

const removal = { success: resources.deleted };

const ResourceCard = ({ resource, appeals }: Card): JSX.Element => {
  const [editing, setEditing] = useState(false);
  const { run, busy } = useCommand('resources.delete', removal);
  const remove = async (): Promise<void> => {
    const message = deleting.message(resource.title);
    if (
      !(await confirm({ title: deleting.title, message, confirm: deleting.button, danger: true }))
    )
      return;
    if (await run({ id: resource.id })) navigate('/resources');
  };
  return (
    <>
      <PageHeader
        title={resource.title}
        back={{ to: '/resources', title: resources.back }}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<Icon name="trash" size={16} />}
              loading={busy}
              onClick={() => void remove()}
            >
              {buttons.remove}
            </Button>
            <EditButton onClick={() => setEditing(true)} />
          </>
        }
      />
      <Facts resource={resource} />
      <Panel title={text.appeals}>
        <SmallTable
          label={text.appeals}
          columns={columns}
          rows={appeals}
          rowKey={(row) => row.appealId}
          empty={text.noAppeals}
        />
      </Panel>
      {editing && <ResourceDialog resource={resource} onClose={() => setEditing(false)} />}
    </>
  );
};

/** Card of a resource with the appeals it was given for. */
export default function ResourceScreen(): JSX.Element {
  const { id } = useParams<{ id: string }>();
  const query = useOperation('resources.card', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(card) => <ResourceCard {...card} />}</Pending>
    </Page>
  );
}
