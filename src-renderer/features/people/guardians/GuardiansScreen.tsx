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
import { shownIf, useKeptFields } from '../kept-fields.ts';
import type { KeptFields } from '../kept-fields.ts';
import { linkFilters } from '../link-filters.ts';
import { guardianLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';

type Column = ListColumn<RowOf<'people.listGuardians'>>;

const phone: Column = {
  key: 'phone',
  title: names.phone,
  width: 160,
  filter: {
    kind: 'choice',
    key: 'withoutPhone',
    choices: yesNo({ true: text.noPhone, false: text.hasPhone }),
  },
};
const email: Column = { key: 'email', title: text.email, width: 180, hidden: true };
const address: Column = { key: 'address', title: names.address, width: 260, hidden: true };

/** Columns of the list; classes of the year are the choices of the children's filter. */
const guardianColumns = (classes: readonly FilterChoice[], kept: KeptFields): readonly Column[] => [
  {
    key: 'fullName',
    title: names.fullName,
    width: 260,
    sort: true,
    render: (row) => <PersonName person={row} />,
  },
  ...shownIf(kept.guardianPhone, phone),
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
  ...shownIf(kept.guardianEmail, email),
  ...shownIf(kept.guardianAddress, address),
];

const phoneFilters = ['withoutPhone'] as const;
const byName = { column: 'fullName', descending: false };
const linked = ['className', 'withoutPhone', 'withoutChildren', 'inDoubt'] as const;

export default function GuardiansScreen(): JSX.Element {
  const classes = useClassChoices();
  const kept = useKeptFields();
  const columns = useMemo(() => guardianColumns(classes, kept), [classes, kept]);
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
        {...(!kept.guardianPhone && { goneFilters: phoneFilters })}
        empty={emptyList(text)}
      />
    </ListPage>
  );
}
