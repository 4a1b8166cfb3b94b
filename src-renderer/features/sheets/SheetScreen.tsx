import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { editionText } from '../../../src-main/domain/cadence-wording.ts';
import { useCommand, useOperation } from '../../api/hooks.ts';
import { SheetPreview, useLiveSheet } from '../../printing/index.ts';
import { actions, card as text, hand, issued, layouts, screen } from '../../strings/sheets.ts';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  showDate,
  showTime,
} from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { TextLink, WithPaper } from '../../ui/layout.tsx';
import { studentLink } from '../people/links.ts';
import { issuedLink, sheetLink, weekLink } from './links.ts';
import { SheetModeBadge } from './badges.tsx';
import { showPrinted } from './print-copies.ts';
import { rowsOf } from './selections.ts';
import type { SheetDialogName } from './SheetDialogs.tsx';
import { SheetDialogs } from './SheetDialogs.tsx';

type Card = OperationOutput<'sheets.get'>;
type Difference = Card['differences'][number];

const back = { to: issuedLink, title: screen.issued };
const cleared = { success: actions.cleared };

/** Whether the sheet stands, which one it replaced, or which one stands instead. */
const State = ({ sheet, content }: Pick<Card, 'sheet' | 'content'>): JSX.Element => {
  const { replacedById, replacedByNumber, replacedByOn } = sheet;
  if (replacedById !== null && replacedByNumber !== null)
    return (
      <TextLink to={sheetLink(replacedById)}>
        {text.replacedBy(replacedByNumber, showDate(replacedByOn))}
      </TextLink>
    );
  return <>{content.edition ? editionText(content.edition) : issued.states.valid}</>;
};

const handedText = ({ state, handedOn }: Card['sheet']): string => {
  if (state === 'void') return text.notToHand;
  return handedOn === null ? text.notHanded : showDate(handedOn);
};

const Facts = ({ sheet, content }: Pick<Card, 'sheet' | 'content'>): JSX.Element => (
  <Panel title={text.facts}>
    <DescriptionList
      items={[
        [
          text.student,
          <TextLink key="student" to={studentLink(sheet.studentId)}>
            {sheet.studentName}
          </TextLink>,
        ],
        [text.class, sheet.className],
        [
          text.week,
          <TextLink key="week" to={weekLink({ week: sheet.week })}>
            {sheet.weekTitle}
          </TextLink>,
        ],
        [issued.recipient, sheet.recipient ?? issued.household],
        [text.number, sheet.number],
        [text.state, <State key="state" sheet={sheet} content={content} />],
        [text.mode, <SheetModeBadge key="mode" mode={sheet.mode} />],
        [text.layout, layouts[sheet.layout]],
        [text.printedAt, showTime(sheet.printedAt)],
        [text.copies, sheet.copies === 0 ? text.noCopies : sheet.copies],
        [text.handedOn, handedText(sheet)],
      ]}
    />
  </Panel>
);

const differenceColumns: readonly SmallColumn<Difference>[] = [
  { key: 'subject', title: text.subject, render: ({ subject }) => subject },
  { key: 'date', title: text.on, width: 92, render: ({ date }) => showDate(date) },
  { key: 'kind', title: text.what, width: 120, render: ({ kind }) => text.kinds[kind] },
  { key: 'was', title: text.was, render: ({ was }) => was || '—' },
  { key: 'now', title: text.now, render: ({ now }) => <b>{now || '—'}</b> },
];

/** By subject, the days of it first, the average after them. */
const inOrder = (a: Difference, b: Difference): number =>
  a.subject.localeCompare(b.subject, 'ru') || (a.date ?? '9').localeCompare(b.date ?? '9');

const Differences = ({ differences }: Pick<Card, 'differences'>): JSX.Element => (
  <Panel title={text.changes}>
    <Stack gap="xs">
      {differences.length > 0 && <Text size="sm">{text.changed(differences.length)}</Text>}
      <SmallTable
        label={text.changes}
        columns={differenceColumns}
        rows={differences.toSorted(inOrder)}
        rowKey={({ subject, date, kind }) => `${subject} ${date ?? ''} ${kind}`}
        empty={text.same}
      />
    </Stack>
  </Panel>
);

interface ActionsProps {
  readonly card: Card;
  readonly open: (dialog: SheetDialogName) => void;
}

const HandButton = ({ card: { sheet }, open }: ActionsProps): JSX.Element => {
  const clear = useCommand('sheets.clearHandedOver', cleared);
  return sheet.handedOn === null ? (
    <Button
      leftSection={<Icon name="check" size={16} />}
      onClick={() => open({ kind: 'hand', about: hand.chosen(1), selection: { ids: [sheet.id] } })}
    >
      {text.hand}
    </Button>
  ) : (
    <Button
      variant="default"
      leftSection={<Icon name="undo" size={16} />}
      loading={clear.busy}
      onClick={() => void clear.run({ ids: [sheet.id] })}
    >
      {text.clear}
    </Button>
  );
};

/** The sheet as the register has it today, instead of one that was not handed over. */
const correctionOf = ({
  studentName,
  studentId,
  week,
  recipientId,
}: Card['sheet']): SheetDialogName => ({
  kind: 'run',
  title: text.correctTitle(studentName),
  selection: rowsOf([{ studentId, week, recipientId }]),
});

/** What can be done with a sheet; nothing with a void one, which is seen beside. */
const Actions = ({ card, open }: ActionsProps): JSX.Element | null => {
  const { sheet, differences } = card;
  if (sheet.state === 'void') return null;
  const isWrong = differences.length > 0 && sheet.handedOn === null;
  return (
    <>
      {isWrong && sheet.mode !== 'electronic' && (
        <Button
          variant="default"
          leftSection={<Icon name="edit" size={16} />}
          onClick={() => open(correctionOf(sheet))}
        >
          {text.correct}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="eye" size={16} />}
        onClick={() => void showPrinted([sheet.id])}
      >
        {text.full}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="copy" size={16} />}
        onClick={() => open({ kind: 'copies', ids: [sheet.id] })}
      >
        {text.reprint}
      </Button>
      <HandButton card={card} open={open} />
    </>
  );
};

const Paper = ({ id }: { readonly id: number }): JSX.Element => (
  <SheetPreview
    query={useLiveSheet('sheets.show', { ids: [id] })}
    label={text.pageLabel}
    title={text.page}
    printable={false}
  />
);

const Content = ({ card }: { readonly card: Card }): JSX.Element => {
  const { sheet, differences } = card;
  const [dialog, setDialog] = useState<SheetDialogName | null>(null);
  return (
    <>
      <PageHeader
        back={back}
        title={text.title(sheet.studentName)}
        extra={<StatusBadge tone="info">{sheet.className}</StatusBadge>}
        actions={<Actions card={card} open={setDialog} />}
      />
      <WithPaper paper={<Paper id={sheet.id} />}>
        <Facts sheet={sheet} content={card.content} />
        <Differences differences={differences} />
      </WithPaper>
      <SheetDialogs dialog={dialog} open={setDialog} onClose={() => setDialog(null)} />
    </>
  );
};

/** A printed sheet as it was, and what the register says otherwise today. */
export default function SheetScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('sheets.get', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(card) => <Content key={card.sheet.id} card={card} />}</Pending>
    </Page>
  );
}
