import { Alert, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { formatRegistrationNumber, printedNumber } from '../../../../src-main/domain/numbering.ts';
import { useOperation } from '../../../api/hooks.ts';
import { SheetPreview, useLiveSheet } from '../../../printing/index.ts';
import { card as text } from '../../../strings/statements-card.ts';
import { preview } from '../../../strings/statements-form.ts';
import { columns as words, kinds, signedWords, statements } from '../../../strings/statements.ts';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  showDate,
} from '../../../ui/index.ts';
import { WithPaper } from '../../../ui/layout.tsx';
import { StateBadge } from '../badges.tsx';
import { listLink, studentServiceLink } from '../links.ts';
import { CardActions } from './CardActions.tsx';
import type { CardDialogName } from './CardDialogs.tsx';
import { CardDialog } from './CardDialogs.tsx';
import { SettleButtons } from '../SettleButtons.tsx';
import { ScanPanel } from './ScanPanel.tsx';

export type StatementCard = OperationOutput<'statements.card'>;

const back = { to: listLink, title: statements.title };

const Facts = ({ card }: { readonly card: StatementCard }): JSX.Element => {
  const { statement, passportShown } = card;
  const { studentId, studentName, className, withdrawnOn } = statement;
  const student = <Link href={studentServiceLink(studentId)}>{studentName}</Link>;
  return (
    <Panel title={text.facts}>
      <DescriptionList
        items={[
          [text.number, formatRegistrationNumber(statement)],
          ...(statement.letterReason === null
            ? []
            : [[text.letterReason, statement.letterReason] as const]),
          [words.registeredOn, showDate(statement.registeredOn)],
          [words.date, showDate(statement.date)],
          [words.studentName, student],
          [words.className, className],
          [words.guardianName, statement.guardianName ?? text.himself],
          [words.signedOn, showDate(statement.signedOn)],
          [
            text.inForceFrom,
            statement.inForceFrom === null ? text.waits : showDate(statement.inForceFrom),
          ],
          ...(statement.kind === 'consent-14'
            ? [[text.passport, passportShown && text.passportShown] as const]
            : []),
          ...(withdrawnOn === null
            ? []
            : [
                [
                  text.withdrawn,
                  text.because(showDate(withdrawnOn), statement.withdrawReason ?? ''),
                ] as const,
              ]),
          ...(statement.mistakeReason === null
            ? []
            : [[text.mistake, statement.mistakeReason] as const]),
        ]}
      />
      {card.allowed.hint !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {card.allowed.hint}
        </Text>
      )}
    </Panel>
  );
};

/** What an earlier version left to decide, and the two ways to decide it. */
const Doubts = ({ card }: { readonly card: StatementCard }): JSX.Element | null => {
  const { doubts, statement } = card;
  if (doubts.length === 0) return null;
  return (
    <Alert color="orange" icon={<Icon name="warning" />} title={text.doubts}>
      {doubts.map(({ doubt, text: what }) => (
        <Text key={doubt} size="sm">
          {what}
        </Text>
      ))}
      <SettleButtons id={statement.id} doubts={doubts.map(({ doubt }) => doubt)} />
    </Alert>
  );
};

const Badges = ({ card: { statement } }: { readonly card: StatementCard }): JSX.Element => (
  <Group gap="xs">
    <StateBadge state={statement.state} />
    <StatusBadge tone={statement.signedOn === null ? 'warning' : 'good'}>
      {statement.signedOn === null ? signedWords.false : signedWords.true}
    </StatusBadge>
  </Group>
);

const Sheet = ({ id }: { readonly id: number }): JSX.Element => (
  <SheetPreview
    query={useLiveSheet('statements.print', { id })}
    label={preview.sheet}
    title={text.text}
  />
);

const Content = ({ card }: { readonly card: StatementCard }): JSX.Element => {
  const [dialog, setDialog] = useState<CardDialogName | null>(null);
  const { id, kind } = card.statement;
  return (
    <>
      <PageHeader
        back={back}
        title={text.title(kinds[kind], printedNumber(card.statement))}
        extra={<Badges card={card} />}
        actions={<CardActions card={card} onDialog={setDialog} />}
      />
      <WithPaper paper={<Sheet id={id} />}>
        <Doubts card={card} />
        <Facts card={card} />
        <ScanPanel card={card} />
      </WithPaper>
      {dialog && <CardDialog name={dialog} card={card} onClose={() => setDialog(null)} />}
    </>
  );
};

/** One statement: its sheet, its state and what may still be done with it. */
export default function StatementScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('statements.card', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(card) => <Content key={card.statement.id} card={card} />}</Pending>
    </Page>
  );
}
