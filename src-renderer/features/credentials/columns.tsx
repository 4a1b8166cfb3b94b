import {
  barriers,
  list as text,
  owners,
  rights,
  secrets,
  shortKinds,
  signs,
  states,
} from '../../strings/credentials.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { FilterChoice, ListColumn, RowOf } from '../../ui/lists/index.ts';
import { RightBadge, StateBadge } from './badges.tsx';

export type CredentialListRow = RowOf<'credentials.list'>;

const plain: readonly ListColumn<CredentialListRow>[] = [
  {
    key: 'owner',
    title: text.owner,
    kind: 'choice',
    labels: owners,
    width: 92,
    filter: { kind: 'choice', key: 'owner', choices: choicesOf(owners) },
  },
  {
    key: 'kind',
    title: text.kind,
    kind: 'choice',
    labels: shortKinds,
    width: 86,
    sort: true,
    filter: { kind: 'choice', key: 'kind', choices: choicesOf(shortKinds) },
  },
  { key: 'login', title: text.login, width: 100, sort: true },
  {
    key: 'state',
    title: text.state,
    kind: 'choice',
    labels: states,
    width: 120,
    sort: true,
    filter: { kind: 'choice', key: 'state', choices: choicesOf(states) },
    render: ({ state }) => <StateBadge state={state} />,
  },
  {
    key: 'right',
    title: text.right,
    kind: 'choice',
    labels: rights,
    width: 260,
    filter: { kind: 'choice', key: 'right', choices: choicesOf(rights) },
    render: ({ right, barrier }) => <RightBadge right={right} barrier={barrier} />,
  },
  {
    key: 'barrier',
    title: text.barrier,
    kind: 'choice',
    labels: barriers,
    width: 190,
    hidden: true,
  },
  { key: 'issuedOn', title: text.issuedOn, kind: 'date', width: 100, sort: true, hidden: true },
  { key: 'receiverName', title: text.receiver, width: 180, hidden: true },
  { key: 'signed', title: text.signed, kind: 'choice', labels: signs, width: 90, hidden: true },
  { key: 'receivedOn', title: text.receivedOn, kind: 'date', width: 100, hidden: true },
];

/** Columns of the list; a secret is shown one at a time, through its button. */
export const credentialColumns = (
  classes: readonly FilterChoice[],
  onReveal: (row: CredentialListRow) => void,
): readonly ListColumn<CredentialListRow>[] => [
  { key: 'fullName', title: text.name, grow: true, width: 240, sort: true },
  {
    key: 'className',
    title: text.className,
    width: 82,
    sort: true,
    filter: { kind: 'choice', key: 'className', choices: classes },
  },
  ...plain,
  {
    key: 'hasSecret',
    title: text.secret,
    kind: 'choice',
    labels: secrets,
    width: 80,
    render: (row) =>
      row.hasSecret ? (
        <IconButton icon="eye" label={text.reveal} onClick={() => onReveal(row)} />
      ) : (
        secrets.false
      ),
  },
];
