import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { Period } from '../../../src-main/domain/dates.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { finalise, summary as text, versions as versionWords } from '../../strings/summary.ts';
import { PeriodField, PeriodPresets, usePeriodFields } from '../../ui/form/index.ts';
import {
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  navigate,
  showTime,
  todayIso,
} from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import type { RowOf } from '../../ui/lists/index.ts';
import { DifferencePanel } from './DifferencePanel.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { FinaliseButton, finaliseObstacle } from './FinaliseButton.tsx';
import { periodLink, rowsLink, versionLink } from './links.ts';
import { firstPeriod, periodPresets } from './periods.ts';
import css from './summary.module.css';

type Computed = OperationOutput<'summary.compute'>;
type Version = RowOf<'summary.list'>;

const versionColumns: readonly SmallColumn<Version>[] = [
  {
    key: 'version',
    title: versionWords.version,
    render: ({ id, version }) => (
      <Link href={versionLink(id)} aria-label={versionWords.open(version)}>
        {versionWords.number(version)}
      </Link>
    ),
  },
  {
    key: 'finalisedAt',
    title: versionWords.finalisedAt,
    render: ({ finalisedAt }) => showTime(finalisedAt),
  },
];

const VersionsPanel = ({ period }: { readonly period: Period }): JSX.Element => {
  // The list takes every period that touches these days; the versions of this one are meant.
  const query = useOperation('summary.list', {
    filters: { from: period.from, to: period.to },
    limit: 1000,
  });
  return (
    <Panel title={versionWords.title}>
      <Pending query={query}>
        {({ rows }) => (
          <SmallTable
            label={versionWords.title}
            columns={versionColumns}
            rows={rows.filter(({ from, to }) => from === period.from && to === period.to)}
            rowKey={({ id }) => id}
            empty={versionWords.none}
          />
        )}
      </Pending>
    </Panel>
  );
};

const ComputedView = ({ computed }: { readonly computed: Computed }): JSX.Element => {
  const { figures, notCounted, ruleText, countingText, last, warning } = computed;
  const obstacle = finaliseObstacle(computed);
  return (
    <Stack gap="sm">
      <Panel title={text.form} actions={<FinaliseButton computed={computed} />}>
        <Stack gap="xs">
          {warning !== null && (
            <Alert color="yellow" icon={<Icon name="warning" />} py={6}>
              {warning}
            </Alert>
          )}
          {obstacle !== null && (
            <Alert color="gray" icon={<Icon name="info" />} py={6}>
              {obstacle}
            </Alert>
          )}
          <FiguresTable
            figures={figures}
            notCounted={notCounted}
            rowsLink={(figure, counted) => rowsLink(figure, computed, counted)}
          />
          <Text size="sm" c="dimmed">
            {text.formHint}
          </Text>
          <Text size="sm">
            <b>{text.rule}:</b> {ruleText} {countingText}
          </Text>
        </Stack>
      </Panel>
      <div className={css['columns']}>
        {last ? (
          <DifferencePanel version={last.version} difference={last.difference} />
        ) : (
          <Panel>
            <Text size="sm">{finalise.first}</Text>
          </Panel>
        )}
        <VersionsPanel period={computed} />
      </div>
    </Stack>
  );
};

const Figures = ({ period }: { readonly period: Period }): JSX.Element => {
  const query = useOperation('summary.compute', { from: period.from, to: period.to });
  return <Pending query={query}>{(computed) => <ComputedView computed={computed} />}</Pending>;
};

const usePeriod = () => {
  const address = new URLSearchParams(useSearch());
  const [first] = useState(() => firstPeriod(todayIso()));
  const { from, to, period } = usePeriodFields({
    from: address.get('from') ?? first.from,
    to: address.get('to') ?? first.to,
  });
  const link = period && periodLink(period);
  // The address keeps the period, so that «back» from the rows finds it.
  useEffect(() => {
    if (link !== null) navigate(link, { replace: true });
  }, [link]);
  return {
    from,
    to: { ...to, error: period && period.from > period.to && text.upsideDown },
    period: period && period.from <= period.to ? period : null,
  };
};

/** The information summary of a period: figures, their rows, versions (S1 Приложение 2). */
export default function SummaryScreen(): JSX.Element {
  const { from, to, period } = usePeriod();
  const [today] = useState(todayIso);
  const year = useOperation('calendar.get', {}).data;
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <>
            <Button variant="default" onClick={() => navigate('/summary/versions')}>
              {text.allVersions}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="file" size={16} />}
              onClick={() => void showDocument('summary.printBlank', {})}
            >
              {text.blank}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="print" size={16} />}
              disabled={period === null}
              onClick={() => period && void showDocument('summary.printDraft', period)}
            >
              {text.draft}
            </Button>
          </>
        }
      />
      <Stack gap={6}>
        <PeriodField from={from} to={to} />
        <Group gap={4} role="group" aria-label={text.presets}>
          <PeriodPresets from={from} to={to} presets={periodPresets(today, year)} />
        </Group>
      </Stack>
      {period ? (
        <Figures period={period} />
      ) : (
        <Text size="sm" c="dimmed">
          {text.choosePeriod}
        </Text>
      )}
    </Page>
  );
}
