import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ResourceRow } from '../../../src-main/contract/resources.ts';
import { useOperation } from '../../api/hooks.ts';
import { card, fields as words, linkedWords, resources as text } from '../../strings/resources.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { Page, PageHeader, navigate } from '../../ui/index.ts';
import { shortName } from '../../ui/names.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable, sameWords, yesNo } from '../../ui/lists/index.ts';
import { ResourceDialog } from './ResourceDialog.tsx';
import { ALL_PARALLELS, parallelTitle } from '../../../src-main/domain/classes.ts';

const create = (): void => navigate('/resources/new');

const parallels = ALL_PARALLELS.map((value) => ({ value, label: parallelTitle(value) }));

const columnsOf = (subjects: readonly string[]): readonly ListColumn<ResourceRow>[] => [
  { key: 'title', title: words.title, grow: true, width: 240, sort: true },
  {
    key: 'subject',
    title: words.subject,
    width: 130,
    sort: true,
    filter: {
      kind: 'choice',
      key: 'subject',
      choices: sameWords(subjects),
    },
  },
  {
    key: 'parallel',
    title: words.parallel,
    kind: 'number',
    width: 90,
    sort: true,
    render: ({ parallel }) => parallelTitle(parallel),
    filter: { kind: 'choice', key: 'parallel', choices: parallels },
  },
  { key: 'topic', title: words.topic, width: 180 },
  {
    key: 'authorName',
    title: words.author,
    width: 150,
    render: ({ authorName }) => (authorName === null ? card.found : shortName(authorName)),
  },
  {
    key: 'postedOn',
    title: words.postedOn,
    kind: 'date',
    width: 120,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  {
    key: 'appealCount',
    title: words.appealCount,
    kind: 'number',
    width: 118,
    sort: true,
    filter: {
      kind: 'choice',
      key: 'linked',
      choices: yesNo(linkedWords),
    },
  },
  { key: 'url', title: words.url, width: 260, hidden: true },
];

const initial = { sort: { column: 'postedOn', descending: true } };
const noSubjects: readonly string[] = [];

/** Digital educational resources given to families (S1; domain.md §2). */
export default function ResourcesScreen(): JSX.Element {
  const [path] = useLocation();
  const subjects = useOperation('resources.choices', {}).data?.subjects ?? noSubjects;
  const columns = useMemo(() => columnsOf(subjects), [subjects]);
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={<NewButton label={text.newResource} hint={text.newHint} onClick={create} />}
      />
      <DataTable
        operation="resources.list"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(`/resources/${row.id}`)}
        initial={initial}
        empty={{
          title: text.empty,
          hint: text.emptyHint,
          action: <Button onClick={create}>{text.newResource}</Button>,
        }}
      />
      {path === '/resources/new' && (
        <ResourceDialog
          resource={null}
          onClose={() => navigate('/resources', { replace: true })}
          onSaved={(id) => navigate(`/resources/${id}`, { replace: true })}
        />
      )}
    </Page>
  );
}
