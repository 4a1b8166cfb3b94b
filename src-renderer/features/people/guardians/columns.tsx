import { names } from '../../../strings/people.ts';
import { list as text } from '../../../strings/people-guardians.ts';
import { PersonName, StatusBadge } from '../../../ui/details.tsx';
import type { FilterChoice, ListColumn, RowOf } from '../../../ui/table/index.ts';
import { yesNo } from '../../../ui/table/index.ts';

/** Columns of the list; classes of the year are the choices of the children's filter. */
export const guardianColumns = (
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
  { key: 'email', title: text.email, width: 180, hidden: true },
  { key: 'address', title: names.address, width: 260, hidden: true },
];
