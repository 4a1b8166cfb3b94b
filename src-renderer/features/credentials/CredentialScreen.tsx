import type { JSX } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import {
  card as text,
  eventNotes,
  events as eventWords,
  kinds,
  list,
  owners,
  rightOf,
  screen,
  secrets,
} from '../../strings/credentials.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { DescriptionList, Page, PageHeader, Panel, Pending, showDate } from '../../ui/index.ts';
import { TextLink, TwoColumns } from '../../ui/layout.tsx';
import { guardianLink, studentLink } from '../people/links.ts';
import { CardActions } from './CardActions.tsx';
import { StateBadge } from './badges.tsx';

type History = OperationOutput<'credentials.history'>;
type Event = History['events'][number];

const back = { to: '/credentials', title: screen.title };

const wordsOf = ({ kind, signed, takenBackOn }: Event): string => {
  if (kind !== 'issued') return eventWords[kind];
  const parts: string[] = [
    eventWords.issued,
    signed === true ? eventNotes.signed : eventNotes.unsigned,
  ];
  if (takenBackOn !== null) parts.push(eventNotes.takenBack(showDate(takenBackOn)));
  return parts.join(', ');
};

const columns: readonly SmallColumn<Event>[] = [
  { key: 'on', title: text.on, width: 100, render: ({ on }) => showDate(on) },
  { key: 'kind', title: text.event, render: wordsOf },
  { key: 'receiver', title: text.receiver, render: ({ receiverName }) => receiverName },
  { key: 'reason', title: text.reason, render: ({ reason }) => reason },
];

const Facts = ({ credential }: { readonly credential: History['credential'] }): JSX.Element => {
  const { owner, ownerId, fullName, kind, login, hasSecret, className, children } = credential;
  const toOwner = owner === 'student' ? studentLink(ownerId) : guardianLink(ownerId);
  const shown = children.map((child) => (
    <div key={child.id}>
      <TextLink to={studentLink(child.id)}>{text.child(child.fullName, child.className)}</TextLink>
    </div>
  ));
  return (
    <Panel title={text.facts}>
      <DescriptionList
        items={[
          [
            text.owner,
            <TextLink key="owner" to={toOwner}>
              {fullName}
            </TextLink>,
          ],
          [list.owner, owners[owner]],
          [list.className, className],
          ...(owner === 'guardian' ? [[text.children, shown] as const] : []),
          [list.kind, kinds[kind]],
          [list.login, login],
          [list.secret, secrets[`${hasSecret}`]],
          [list.receivedOn, showDate(credential.receivedOn)],
          [list.issuedOn, showDate(credential.issuedOn)],
          [list.receiver, credential.receiverName],
          [list.right, rightOf(credential.right, credential.barrier)],
        ]}
      />
    </Panel>
  );
};

/** One credential with all that happened to it. */
export default function CredentialScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('credentials.history', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>
        {({ credential, events }) => (
          <>
            <PageHeader
              back={back}
              title={credential.fullName}
              extra={<StateBadge state={credential.state} />}
              actions={
                <CardActions
                  credential={credential}
                  wasIssued={events.some(
                    (event) => event.kind === 'issued' && event.takenBackOn === null,
                  )}
                />
              }
            />
            <TwoColumns
              left={<Facts credential={credential} />}
              right={
                <Panel title={text.history}>
                  <SmallTable
                    label={text.history}
                    columns={columns}
                    rows={events}
                    rowKey={(event) => event.id}
                    empty={text.noHistory}
                  />
                </Panel>
              }
            />
          </>
        )}
      </Pending>
    </Page>
  );
}
