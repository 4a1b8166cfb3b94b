import type { JSX } from 'react';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { list as text } from '../../../strings/people-guardians.ts';
import { names } from '../../../strings/people.ts';
import { PersonName, StatusBadge } from '../../../ui/details.tsx';
import { navigate } from '../../../ui/index.ts';
import type { FilterChoice, ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { DataTable, yesNo } from '../../../ui/lists/index.ts';
import { useClassChoices } from '../class-choices.ts';
import { linkFilters } from '../link-filters.ts';
import { guardianLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';

/** Columns of the list; classes of the year are the choices of the children's filter. */
const guardianColumns = (
  classes: readonly FilterChoice[],
): readonly ListColumn<RowOf<'people.listGuardians'>>[] => [
  {
    key: 'fullName',
    title: names.fullName,
    width: 260,
    sort: true,
    render: (row) => <PersonName person={row} />,
  },
  {
    key: 'phone',
    title: names.phone,
    width: 160,
    filter: {
      kind: 'choice',
      key: 'withoutPhone',
      choices: yesNo({ true: text.noPhone, false: text.hasPhone }),
    },
  },
  {
    key: 'children',
    title: text.children,
    width: 320,
    grow: true,
    filter: { kind: 'choice', key: 'className', choices: classes },
  },
  {
    key: 'childCount',
    title: text.childCount,
    kind: 'number',
    width: 100,
    sort: true,
    filter: {
      kind: 'choice',
      key: 'withoutChildren',
      choices: yesNo({ true: text.noChildren, false: text.hasChildren }),
    },
    render: ({ childCount }) =>
      childCount === 0 ? <StatusBadge tone="warning">{text.noChildren}</StatusBadge> : childCount,
  },
  {
    key: 'doubts',
    title: text.representation,
    width: 130,
    filter: {
      kind: 'choice',
      key: 'inDoubt',
      choices: yesNo({ true: text.inDoubt, false: text.settled }),
    },
    render: ({ doubts }) =>
      doubts === 0 ? null : <StatusBadge tone="warning">{text.toSettle}</StatusBadge>,
  },
  { key: 'email', title: text.email, width: 180, hidden: true },
  { key: 'address', title: names.address, width: 260, hidden: true },
];

const byName = { column: 'fullName', descending: false };
const linked = ['className', 'withoutPhone', 'withoutChildren', 'inDoubt'] as const;

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
