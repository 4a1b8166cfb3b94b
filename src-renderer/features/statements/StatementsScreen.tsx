import type { JSX } from 'react';
import { statements as text } from '../../strings/statements.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { Page, PageHeader, UrlTabs, navigate } from '../../ui/index.ts';
import { BlanksMenu } from './BlanksMenu.tsx';
import { newStatementLink } from './links.ts';
import { PaperTab } from './PaperTab.tsx';
import { SharesTab } from './SharesTab.tsx';
import { StatementList } from './StatementList.tsx';

const tabs = [
  { key: 'list', title: text.listTab, content: () => <StatementList /> },
  { key: 'paper', title: text.paperTab, content: () => <PaperTab /> },
  { key: 'shares', title: text.sharesTab, content: () => <SharesTab /> },
];

const create = (): void => navigate(newStatementLink());

/** Statements about the electronic diary and whom they put on paper (S2 §7). */
export default function StatementsScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <>
            <BlanksMenu />
            <NewButton label={text.newStatement} hint={text.newHint} onClick={create} />
          </>
        }
      />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
    </Page>
  );
}
