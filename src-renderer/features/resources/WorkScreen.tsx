import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useLocation } from 'wouter';
import { work as text } from '../../strings/resources.ts';
import { Icon, Page, PageHeader, UrlTabs, navigate, useHotkey } from '../../ui/index.ts';
import { WorkDialog } from './WorkDialog.tsx';
import { WorkList } from './WorkList.tsx';
import { WorkTotals } from './WorkTotals.tsx';

const tabs = [
  { key: 'list', title: text.listTab, content: () => <WorkList /> },
  { key: 'totals', title: text.totalsTab, content: () => <WorkTotals /> },
];

const create = (): void => navigate('/hours/new');

/** Hours of teachers spent on help and on resources (S1). */
export default function WorkScreen(): JSX.Element {
  const [path] = useLocation();
  useHotkey('F2', create);
  useHotkey('Ctrl+KeyN', create);
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <Button
            leftSection={<Icon name="plus" size={16} />}
            title={text.newHint}
            onClick={create}
          >
            {text.newEntry}
          </Button>
        }
      />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
      {path === '/hours/new' && (
        <WorkDialog entry={null} onClose={() => navigate('/hours', { replace: true })} />
      )}
    </Page>
  );
}
