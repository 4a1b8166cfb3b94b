import { Button, SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { appeals as text, shows } from '../../strings/appeals.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { choicesOf } from '../../ui/form/index.ts';
import { Icon, Page, PageHeader, navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { appealLink } from '../people/links.ts';
import { journalColumns, noChoices } from './columns.tsx';
import { JournalPrintDialog } from './RegisterPrint.tsx';

type Show = keyof typeof shows;

const filtersOf: Readonly<Record<Show, Readonly<Record<string, unknown>>>> = {
  all: {},
  open: { open: true },
  overdue: { overdue: true },
  closed: { status: 'closed' },
};

const isShow = (value: string | null): value is Show => value !== null && value in shows;

const create = (): void => navigate('/appeals/new');
const toList = (): void => navigate('/appeals', { replace: true });
const initial = { sort: { column: 'number', descending: true } };

const Actions = (): JSX.Element => (
  <>
    <Button variant="default" onClick={() => navigate('/appeals/worker')}>
      {text.worker}
    </Button>
    <Button
      variant="default"
      leftSection={<Icon name="book" size={16} />}
      onClick={() => navigate('/appeals?print=1')}
    >
      {text.printJournal}
    </Button>
    <NewButton label={text.newAppeal} hint={text.newHint} onClick={create} />
  </>
);

/** The journal of appeals (S1, annex 1; domain.md §2). */
export default function JournalScreen(): JSX.Element {
  const query = new URLSearchParams(useSearch());
  const wanted = query.get('show');
  const show: Show = isShow(wanted) ? wanted : 'all';
  const choices = useOperation('appeals.choices', {}).data ?? noChoices;
  const columns = useMemo(() => journalColumns(choices), [choices]);
  return (
    <Page>
      <PageHeader title={text.journal} actions={<Actions />} />
      <DataTable
        operation="appeals.list"
        title={text.journal}
        columns={columns}
        fixedFilters={filtersOf[show]}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(appealLink(row.id))}
        initial={initial}
        actions={
          <SegmentedControl<Show>
            size="xs"
            transitionDuration={0}
            value={show}
            aria-label={text.show}
            data={[...choicesOf<Show>(shows)]}
            onChange={(next) => navigate(`/appeals?show=${next}`, { replace: true })}
          />
        }
        empty={{
          title: show === 'all' ? text.empty : text.emptyShow,
          ...(show === 'all' && {
            hint: text.emptyHint,
            action: <Button onClick={create}>{text.newAppeal}</Button>,
          }),
        }}
      />
      {query.has('print') && <JournalPrintDialog years={choices.years} onClose={toList} />}
    </Page>
  );
}
