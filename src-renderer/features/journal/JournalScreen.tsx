import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { usePreview } from '../../printing/index.ts';
import { screen as text } from '../../strings/journal.ts';
import {
  Icon,
  Page,
  PageHeader,
  Pending,
  StatusBadge,
  UrlTabs,
  navigate,
  useHotkey,
} from '../../ui/index.ts';
import { YearField, useShownYear } from '../people/YearField.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { JournalDialog } from './JournalDialog.tsx';
import { journalLink } from './links.ts';
import type { JournalRef, Overview } from './periods-of-classes.ts';
import { PrintDialog } from './PrintDialog.tsx';
import { RegisterTab } from './RegisterTab.tsx';

type Open = { readonly kind: 'print' | 'journal'; readonly journal: JournalRef | null };

interface BodyProps {
  readonly overview: Overview;
  readonly onOpen: (open: Open) => void;
}

const Body = ({ overview, onOpen }: BodyProps): JSX.Element => {
  const toJournal = (row: JournalRef): void => {
    const { classId, className, studentId, studentName, extract, period, title } = row;
    const journal = { classId, className, studentId, studentName, extract, period, title };
    onOpen({ kind: 'journal', journal });
  };
  return (
    <UrlTabs
      fill
      label={text.title}
      tabs={[
        {
          key: 'register',
          title: text.register,
          content: <RegisterTab overview={overview} onOpen={toJournal} />,
        },
        {
          key: 'history',
          title: text.history,
          content: (
            <HistoryTab
              startYear={overview.startYear}
              onOpen={toJournal}
              onPrint={() => onOpen({ kind: 'print', journal: null })}
            />
          ),
        },
      ]}
    />
  );
};

const yearOf = (search: string): number | null => {
  const year = Number(new URLSearchParams(search).get('year'));
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
};

/** The printed journal: what is printed and certified of a school year, and printing itself. */
export default function JournalScreen(): JSX.Element {
  const search = useSearch();
  const { year, choose } = useShownYear();
  // The year of a link is taken once: the tabs' own addresses do not name it.
  const linked = yearOf(search);
  const [followed, setFollowed] = useState<number | null>(null);
  if (linked !== null && linked !== followed) {
    setFollowed(linked);
    choose(linked);
  }
  const query = useOperation(
    'journal.overview',
    { startYear: year ?? 2000 },
    { enabled: year !== null },
  );
  const overview = query.data;
  const [asked, setOpen] = useState<Open | null>(null);
  const byLink = new URLSearchParams(search).has('print');
  const open = asked ?? (byLink ? { kind: 'print' as const, journal: null } : null);
  const close = (): void => {
    setOpen(null);
    if (byLink) navigate(journalLink, { replace: true });
  };
  const canPrint = overview?.classes.some(({ cells }) => cells.length > 0) === true;
  const onPrint = (): void => {
    if (canPrint) setOpen({ kind: 'print', journal: null });
  };
  // The preview prints by the same keys.
  const isPreviewed = usePreview(({ shown }) => shown !== null);
  useHotkey(open === null && !isPreviewed ? 'Ctrl+KeyP' : null, onPrint);
  return (
    <Page>
      <PageHeader
        title={text.title}
        extra={
          overview !== undefined &&
          overview.owed > 0 && <StatusBadge tone="bad">{text.owed(overview.owed)}</StatusBadge>
        }
        actions={
          <>
            <YearField value={year} onChange={choose} />
            <Button
              leftSection={<Icon name="print" size={16} />}
              disabled={!canPrint}
              onClick={onPrint}
            >
              {text.print}
            </Button>
          </>
        }
      />
      <Pending query={query}>{(shown) => <Body overview={shown} onOpen={setOpen} />}</Pending>
      {open?.kind === 'print' && overview && canPrint && (
        <PrintDialog classes={overview.classes} journal={open.journal} onClose={close} />
      )}
      {open?.kind === 'journal' && open.journal && (
        <JournalDialog
          journal={open.journal}
          onPrint={() => setOpen({ kind: 'print', journal: open.journal })}
          onClose={close}
        />
      )}
    </Page>
  );
}
