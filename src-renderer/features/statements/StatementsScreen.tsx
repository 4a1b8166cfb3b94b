import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { statements as text } from '../../strings/statements.ts';
import { Icon, Page, PageHeader, UrlTabs, navigate, useHotkey } from '../../ui/index.ts';
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
  useHotkey('F2', create);
  useHotkey('Ctrl+KeyN', create);
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={
          <>
            <BlanksMenu />
            <Button
              leftSection={<Icon name="plus" size={16} />}
              title={text.newHint}
              onClick={create}
            >
              {text.newStatement}
            </Button>
          </>
        }
      />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
    </Page>
  );
}
