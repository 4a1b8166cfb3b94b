import type { JSX } from 'react';
import { useLocation } from 'wouter';
import { work as text } from '../../strings/resources.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { Page, PageHeader, UrlTabs, navigate } from '../../ui/index.ts';
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
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={<NewButton label={text.newEntry} hint={text.newHint} onClick={create} />}
      />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
      {path === '/hours/new' && (
        <WorkDialog entry={null} onClose={() => navigate('/hours', { replace: true })} />
      )}
    </Page>
  );
}
