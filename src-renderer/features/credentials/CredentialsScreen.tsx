import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { screen as text } from '../../strings/credentials.ts';
import type { UrlTab } from '../../ui/index.ts';
import { Icon, Page, PageHeader, UrlTabs, navigate } from '../../ui/index.ts';
import { PasswordNeeded } from '../lock/PasswordNeeded.tsx';
import { DeskTab } from './desk/DeskTab.tsx';
import { ImportTab } from './import/ImportTab.tsx';
import { ListTab } from './ListTab.tsx';
import { PrintTab } from './PrintTab.tsx';
import { ReportTab } from './ReportTab.tsx';

const tabs: readonly UrlTab[] = [
  { key: 'list', title: text.list, content: () => <ListTab /> },
  { key: 'desk', title: text.desk, content: () => <DeskTab /> },
  { key: 'print', title: text.print, content: () => <PrintTab /> },
  { key: 'report', title: text.report, content: () => <ReportTab /> },
  { key: 'import', title: text.import, content: () => <ImportTab /> },
];

/** Credentials of the electronic diary: list, desk, cards and ledgers, report, import. */
export default function CredentialsScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => navigate('/credentials/new')}
          >
            {text.add}
          </Button>
        }
      />
      <PasswordNeeded />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
    </Page>
  );
}
