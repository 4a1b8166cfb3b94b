import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { lastSummary as text } from '../../strings/home.ts';
import { shortHeads } from '../../strings/summary.ts';
import { Panel, StatusBadge, showPeriod, showTime } from '../../ui/index.ts';
import { versionLink } from '../summary/links.ts';

type Last = NonNullable<OperationOutput<'home.overview'>['lastSummary']>;
type Drift = NonNullable<OperationOutput<'home.attention'>['summaryDrift']>;

const driftText = ({ changedFigures }: Drift): string =>
  changedFigures.length === 0
    ? text.rowsChanged
    : text.changed(changedFigures.map((figure) => shortHeads[figure]).join('; '));

const Version = ({ last, drift }: { readonly last: Last; readonly drift: Drift | null }) => (
  <Stack gap={6}>
    <Group gap={8}>
      <Text size="sm" fw={700}>
        {showPeriod(last.from, last.to)}, {text.version(last.version)}
      </Text>
      {drift && (
        <StatusBadge tone={drift.drifted ? 'warning' : 'good'}>
          {drift.drifted ? text.drifted : text.same}
        </StatusBadge>
      )}
    </Group>
    <Text size="sm" c="dimmed">
      {text.finalised(showTime(last.finalisedAt))}
    </Text>
    {drift?.drifted && <Text size="sm">{driftText(drift)}</Text>}
    <Link href={versionLink(last.id)}>{drift?.drifted ? text.compare : text.open}</Link>
  </Stack>
);

/** The summary finalised last and whether the registers have changed since. */
export const SummaryPanel = ({
  last,
  drift,
}: {
  readonly last: Last | null;
  /** Null until it has been counted. */
  readonly drift: Drift | null;
}): JSX.Element => (
  <Panel title={text.title}>
    {last ? (
      <Version last={last} drift={drift} />
    ) : (
      <Stack gap={6}>
        <Text size="sm">{text.none}</Text>
        <Link href="/summary">{text.make}</Link>
      </Stack>
    )}
  </Panel>
);
