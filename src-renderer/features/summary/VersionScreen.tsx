import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { card as text, summary } from '../../strings/summary.ts';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  navigate,
  showPeriod,
  showTime,
} from '../../ui/index.ts';
import { DifferencePanel } from './DifferencePanel.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { ReissueButton } from './FinaliseButton.tsx';
import { FilesPanel } from './FilesPanel.tsx';
import { periodLink, versionRowsLink } from './links.ts';
import css from './summary.module.css';

type Version = OperationOutput<'summary.version'>;

const Header = ({ version }: { readonly version: Version }): JSX.Element => {
  const { id, from, to, latest, difference, reissueOf } = version;
  return (
    <PageHeader
      title={text.title(version.version, showPeriod(from, to))}
      back={{ to: periodLink(version), title: summary.back }}
      extra={
        <>
          <StatusBadge tone={latest ? 'info' : 'neutral'}>
            {latest ? text.latest : text.replaced}
          </StatusBadge>
          {latest && difference.changed && <StatusBadge tone="warning">{text.drifted}</StatusBadge>}
          {reissueOf !== null && (
            <StatusBadge tone="neutral">{text.reissueOf(reissueOf)}</StatusBadge>
          )}
        </>
      }
      actions={
        <>
          {latest && difference.requisites.length > 0 && (
            <ReissueButton id={id} version={version.version} />
          )}
          <Button variant="default" onClick={() => navigate(periodLink(version))}>
            {text.current}
          </Button>
          <Button
            leftSection={<Icon name="print" size={16} />}
            onClick={() => void showDocument('summary.print', { id })}
          >
            {text.print}
          </Button>
        </>
      }
    />
  );
};

const Card = ({ version }: { readonly version: Version }): JSX.Element => {
  const { id, figures, notCounted, ruleText, countingText, finalisedAt, sha256, difference } =
    version;
  return (
    <>
      <Header version={version} />
      <Panel title={summary.form}>
        <Stack gap="xs">
          <FiguresTable
            figures={figures}
            notCounted={notCounted}
            rowsLink={(figure, counted) => versionRowsLink(figure, id, counted)}
          />
          <Text size="sm">
            <b>{summary.rule}:</b> {ruleText} {countingText ?? text.uncounted}
          </Text>
        </Stack>
      </Panel>
      <div className={css['columns']}>
        <DifferencePanel version={version.version} difference={difference} />
        <Stack gap="sm">
          <FilesPanel id={id} />
          <Panel title={text.facts}>
            <DescriptionList
              items={[
                [text.finalisedAt, showTime(finalisedAt)],
                [
                  text.sha256,
                  <span key="sha256" className={css['hash']}>
                    {sha256}
                  </span>,
                ],
              ]}
            />
          </Panel>
        </Stack>
      </div>
    </>
  );
};

/** One finalised version: its figures and rows, its files, what has changed since. */
export default function VersionScreen(): JSX.Element {
  const { id } = useParams<{ id: string }>();
  const query = useOperation('summary.version', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(version) => <Card key={version.id} version={version} />}</Pending>
    </Page>
  );
}
