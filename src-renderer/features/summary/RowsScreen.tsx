import { SegmentedControl, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import type { WorkEntryRow } from '../../../src-main/contract/resources.ts';
import type { Figure, SummaryRow } from '../../../src-main/contract/summary.ts';
import type { Period } from '../../../src-main/domain/dates.ts';
import { callOperation } from '../../api/client.ts';
import { useOperation } from '../../api/hooks.ts';
import { showError, showSuccess } from '../../api/toasts.tsx';
import { heads, rows as text, shortHeads, summary, versions } from '../../strings/summary.ts';
import { EmptyState, Page, PageHeader, navigate, showPeriod } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { WorkDialog } from '../resources/WorkDialog.tsx';
import { columnsOf } from './columns.tsx';
import { showFigure } from './FiguresTable.tsx';
import { cardLink, periodLink, rowsLink, versionLink, versionRowsLink } from './links.ts';

const isFigure = (name: string): name is Figure => name in heads;

/** A frozen row may be of a work entry that has been deleted since: null then. */
const findEntry = async ({ id, date }: SummaryRow): Promise<WorkEntryRow | null> => {
  const filters = date === null ? {} : { from: date, to: date };
  const { rows } = await callOperation('resources.listWorkEntries', { filters, limit: 1000 });
  return rows.find((row) => row.id === id) ?? null;
};

/** Figures and what stands beside them, of the period or of the version. */
const useFigures = (version: number, period: Period) => {
  const frozen = useOperation('summary.version', { id: version }, { enabled: version > 0 });
  const computed = useOperation('summary.compute', period, { enabled: version === 0 });
  return { card: frozen.data, figures: version > 0 ? frozen.data : computed.data };
};

/** The period, or the version when the rows are frozen ones. */
const useSource = () => {
  const address = new URLSearchParams(useSearch());
  const counted = address.get('counted') !== '0';
  const version = Number(address.get('version') ?? 0);
  const from = address.get('from') ?? '';
  const to = address.get('to') ?? '';
  const { card, figures } = useFigures(version, { from, to });
  if (version === 0)
    return {
      counted,
      figures,
      link: (figure: Figure, isCounted: boolean) => rowsLink(figure, { from, to }, isCounted),
      filters: { from, to, counted },
      subtitle: `${showPeriod(from, to)}, ${text.asNow}`,
      back: { to: periodLink({ from, to }), title: summary.back },
    };
  return {
    counted,
    figures,
    link: (figure: Figure, isCounted: boolean) => versionRowsLink(figure, version, isCounted),
    filters: { version, counted },
    subtitle: card ? `${showPeriod(card.from, card.to)}, ${text.ofVersion(card.version)}` : '',
    back: {
      to: versionLink(version),
      title: card ? versions.number(card.version) : summary.versionCard,
    },
  };
};

const Rows = ({ figure }: { readonly figure: Figure }): JSX.Element => {
  const { filters, counted, figures, link, subtitle, back } = useSource();
  const [entry, setEntry] = useState<WorkEntryRow | null>(null);
  const key = JSON.stringify({ figure, ...filters });
  const fixed = useMemo(() => JSON.parse(key) as Readonly<Record<string, unknown>>, [key]);
  const columns = useMemo(() => columnsOf(figure, counted), [figure, counted]);
  const openEntry = async (row: SummaryRow): Promise<void> => {
    try {
      const found = await findEntry(row);
      if (found) setEntry(found);
      else showSuccess(text.entryGone);
    } catch (error) {
      showError(error);
    }
  };
  const open = (row: SummaryRow): void => {
    const { target, id } = row;
    if (target === 'work-entry') void openEntry(row);
    else navigate(cardLink({ target, id }));
  };
  return (
    <Page>
      <PageHeader title={shortHeads[figure]} back={back} />
      <Text size="sm" c="dimmed">
        {heads[figure]}. {subtitle}
      </Text>
      <SegmentedControl
        aria-label={text.counting}
        value={counted ? 'counted' : 'beside'}
        data={[
          {
            value: 'counted',
            label: text.counted(figures ? showFigure(figure, figures.figures[figure]) : '…'),
          },
          {
            value: 'beside',
            label: text.beside(figures ? showFigure(figure, figures.notCounted[figure]) : '…'),
          },
        ]}
        onChange={(next) => navigate(link(figure, next === 'counted'), { replace: true })}
      />
      <DataTable
        key={String(counted)}
        operation="summary.listRows"
        list={`summary.rows.${figure}`}
        title={shortHeads[figure]}
        columns={columns}
        fixedFilters={fixed}
        rowKey={({ id }) => id}
        onOpen={open}
        empty={{ title: text.empty, hint: counted ? text.emptyHint : text.besideNone }}
      />
      <Text size="xs" c="dimmed">
        {text.openHint}
      </Text>
      {entry && <WorkDialog entry={entry} onClose={() => setEntry(null)} />}
    </Page>
  );
};

/** The rows one figure was counted from, with the way to their cards. */
export default function RowsScreen(): JSX.Element {
  const { figure } = useParams<{ figure: string }>();
  if (isFigure(figure)) return <Rows key={figure} figure={figure} />;
  return <EmptyState icon="warning" title={text.empty} />;
}
