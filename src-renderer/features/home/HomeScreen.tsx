import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useAbout, useOperation } from '../../api/hooks.ts';
import { counts as countWords, duplicates, home as text, setup } from '../../strings/home.ts';
import { Icon, Page, PageHeader, Panel, Pending, navigate, showDate } from '../../ui/index.ts';
import { HomeJournals } from '../journal/HomeJournals.tsx';
import { HomeSheets } from '../sheets/HomeSheets.tsx';
import { RefusalShare } from '../statements/RefusalShare.tsx';
import css from './home.module.css';
import { offerWizard } from './offer.ts';
import { OverdueAppeals } from './OverdueAppeals.tsx';
import { QuickActions } from './QuickActions.tsx';
import { StandingPanel } from './StandingPanel.tsx';
import { SummaryPanel } from './SummaryPanel.tsx';
import { WatchedStudents } from './WatchedStudents.tsx';

type Overview = OperationOutput<'home.overview'>;

const SetupPanel = ({ missing }: { readonly missing: Overview['firstRun']['missing'] }) => (
  <Alert color="office" icon={<Icon name="info" />} title={setup.title}>
    <div className={css['setup']}>
      <div>
        {setup.left}
        <ul>
          {missing.map((step) => (
            <li key={step}>{setup.steps[step]}</li>
          ))}
        </ul>
      </div>
      <Button onClick={() => navigate('/start')}>{setup.resume}</Button>
    </div>
  </Alert>
);

const NoYear = (): JSX.Element => (
  <Alert color="orange" icon={<Icon name="warning" />} title={text.noYear}>
    <div className={css['setup']}>
      {text.noYearHint}
      <Button onClick={() => navigate('/calendar')}>{text.createYear}</Button>
    </div>
  </Alert>
);

const OpenFolder = (): JSX.Element | null => {
  const about = useAbout();
  if (about?.openToOthers !== true) return null;
  return (
    <Alert color="orange" icon={<Icon name="warning" />} title={text.openFolder}>
      {text.openFolderHint(about.dataFolder)}
    </Alert>
  );
};

const Counts = ({ counts }: { readonly counts: Overview['counts'] }): JSX.Element => (
  <nav className={css['counts']} aria-label={countWords.label}>
    <Link href="/students">{countWords.students(counts.students)}</Link>
    <Link href="/guardians">{countWords.guardians(counts.guardians)}</Link>
    <Link href="/teachers">{countWords.teachers(counts.teachers)}</Link>
    <Link href="/classes">{countWords.classes(counts.classes)}</Link>
  </nav>
);

const Duplicates = ({ groups }: { readonly groups: number }): JSX.Element => (
  <Panel title={duplicates.title}>
    {groups === 0 ? (
      <Text size="sm" c="dimmed">
        {duplicates.none}
      </Text>
    ) : (
      <Stack gap={6}>
        <Text size="sm">{duplicates.some(groups)}</Text>
        <Link href="/duplicates">{duplicates.open}</Link>
      </Stack>
    )}
  </Panel>
);

const Today = ({ overview }: { readonly overview: Overview }): JSX.Element => {
  const { firstRun, year, counts, appeals, lastSummary } = overview;
  // Counting comes after the first picture.
  const attention = useOperation('home.attention', {});
  const showsNoYear = year === null && !firstRun.missing.includes('year');
  return (
    <>
      {firstRun.needed && <SetupPanel missing={firstRun.missing} />}
      {showsNoYear && <NoYear />}
      <OpenFolder />
      <div className={css['columns']}>
        <div className={css['column']}>
          <OverdueAppeals appeals={appeals} />
          <Pending query={attention}>
            {({ absences }) => <WatchedStudents absences={absences} />}
          </Pending>
        </div>
        <div className={css['column']}>
          {attention.data && <HomeSheets sheets={attention.data.sheets} />}
          {attention.data && <HomeJournals journals={attention.data.journals} />}
          <SummaryPanel last={lastSummary} drift={attention.data?.summaryDrift ?? null} />
          <Panel title={countWords.label}>
            <Counts counts={counts} />
          </Panel>
          <RefusalShare />
          {attention.data && <StandingPanel standing={attention.data.standing} />}
          {attention.data && <Duplicates groups={attention.data.duplicates} />}
        </div>
      </div>
    </>
  );
};

const useWizardOnStart = (overview: Overview | undefined): void => {
  const isNeeded = overview?.firstRun.needed;
  useEffect(() => {
    if (isNeeded && offerWizard()) navigate('/start', { replace: true });
  }, [isNeeded]);
};

/** What has to be seen and done today. */
export default function HomeScreen(): JSX.Element {
  const query = useOperation('home.overview', {});
  useWizardOnStart(query.data);
  const { today, year } = query.data ?? {};
  return (
    <Page>
      <PageHeader
        title={text.title}
        extra={
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {[showDate(today), year && text.year(year.title)].filter(Boolean).join(', ')}
            </Text>
          </Group>
        }
        actions={<QuickActions />}
      />
      <Pending query={query}>{(overview) => <Today overview={overview} />}</Pending>
    </Page>
  );
}
