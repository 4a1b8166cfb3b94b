import type { JSX } from 'react';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { list as text } from '../../../strings/people-guardians.ts';
import { navigate } from '../../../ui/index.ts';
import { DataTable } from '../../../ui/table/index.ts';
import { useClassChoices } from '../class-choices.ts';
import { linkFilters } from '../link-filters.ts';
import { guardianLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';
import { guardianColumns } from './columns.tsx';

const byName = { column: 'fullName', descending: false };
const linked = ['className', 'withoutPhone', 'withoutChildren'] as const;

export default function GuardiansScreen(): JSX.Element {
  const classes = useClassChoices();
  const columns = useMemo(() => guardianColumns(classes), [classes]);
  const search = useSearch();
  const initial = useMemo(() => ({ sort: byName, ...linkFilters(search, linked) }), [search]);
  return (
    <ListPage words={text} onAdd={() => navigate('/guardians/new')}>
      <DataTable
        key={search}
        operation="people.listGuardians"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(guardianLink(row.id))}
        initial={initial}
        empty={emptyList(text)}
      />
    </ListPage>
  );
}
