import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { IssuedRow } from '../../../src-main/contract/sheets-fields.ts';
import { actions, issued as text, layouts, list, modes, screen } from '../../strings/sheets.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { Icon, Page, PageHeader, navigate } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable, yesNo } from '../../ui/lists/index.ts';
import { sheetLink, weekLink } from './links.ts';
import { NumberAndState, SheetModeBadge } from './badges.tsx';
import { showPrinted } from './print-copies.ts';
import { CopyDialog } from './CopyDialog.tsx';

const columns: readonly ListColumn<IssuedRow>[] = [
  { key: 'printedOn', title: text.printedAt, kind: 'date', width: 104, sort: 'printedAt' },
  { key: 'studentName', title: list.student, width: 190, grow: true, sort: true },
  { key: 'className', title: list.class, width: 72, sort: true },
  {
    key: 'recipient',
    title: text.recipient,
    width: 104,
    render: ({ recipient }) => recipient ?? text.household,
  },
  { key: 'weekTitle', title: list.week, width: 144, sort: 'week' },
  { key: 'number', title: text.number, kind: 'number', width: 66, hidden: true },
  {
    key: 'mode',
    title: list.mode,
    kind: 'choice',
    labels: modes,
    width: 132,
    sort: true,
    filter: { kind: 'choice', key: 'mode', choices: choicesOf(modes) },
    render: ({ mode }) => <SheetModeBadge mode={mode} />,
  },
  {
    key: 'layout',
    title: text.layout,
    kind: 'choice',
    labels: layouts,
    width: 150,
    hidden: true,
    filter: { kind: 'choice', key: 'layout', choices: choicesOf(layouts) },
  },
  {
    key: 'state',
    title: text.state,
    kind: 'choice',
    labels: text.states,
    width: 190,
    filter: { kind: 'choice', key: 'state', choices: choicesOf(text.states) },
    render: (sheet) => <NumberAndState sheet={sheet} />,
  },
  { key: 'copies', title: list.copies, kind: 'number', width: 68, sort: true },
  {
    key: 'handedOn',
    title: text.handed,
    kind: 'date',
    width: 96,
    sort: true,
    filter: { kind: 'choice', key: 'handed', choices: yesNo(text.handedWords) },
  },
];

const newest = { column: 'printedAt', descending: true };
const back = { to: weekLink(), title: screen.title };

/** Filters of a link: one student's sheets, or one week's. */
const linkFilters = (search: string): { readonly studentId?: number } => {
  const studentId = Number(new URLSearchParams(search).get('studentId'));
  return studentId > 0 ? { studentId } : {};
};

/** Every sheet that was printed, as it was (domain.md §6). */
export default function IssuedScreen(): JSX.Element {
  const search = useSearch();
  const [chosen, setChosen] = useState<readonly IssuedRow[]>([]);
  const fixed = useMemo(() => linkFilters(search), [search]);
  const [isCopying, setCopying] = useState(false);
  // A void sheet is opened by itself: a copy of it would go about as a true one.
  const ids = chosen.filter(({ state }) => state !== 'void').map(({ id }) => id);
  return (
    <Page>
      <PageHeader title={screen.issued} back={back} />
      <DataTable
        operation="sheets.listIssued"
        title={screen.issued}
        columns={columns}
        fixedFilters={fixed}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(sheetLink(id))}
        initial={{ sort: newest }}
        selection={{ rows: chosen, onChange: setChosen }}
        actions={
          ids.length > 0 && (
            <>
              <Button
                variant="default"
                leftSection={<Icon name="eye" size={14} />}
                onClick={() => void showPrinted(ids)}
              >
                {actions.show(ids.length)}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="copy" size={14} />}
                onClick={() => setCopying(true)}
              >
                {actions.reprint(ids.length)}
              </Button>
            </>
          )
        }
        empty={{
          title: text.empty,
          hint: text.emptyHint,
          action: <Button onClick={() => navigate(weekLink())}>{text.toWeek}</Button>,
        }}
      />
      {isCopying && (
        <CopyDialog ids={ids} onDone={() => setCopying(false)} onClose={() => setCopying(false)} />
      )}
    </Page>
  );
}
