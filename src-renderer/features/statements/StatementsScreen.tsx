import { Button, Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { StatementFormName } from '../../../src-main/contract/statements-fields.ts';
import { showDocument } from '../../printing/index.ts';
import { statements as text, doubtsTab, formKinds } from '../../strings/statements.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { choicesOf } from '../../ui/form/index.ts';
import { Page, PageHeader, UrlTabs, navigate, Icon } from '../../ui/index.ts';
import { DoubtsTab } from './DoubtsTab.tsx';
import { newStatementLink } from './links.ts';
import { PaperTab } from './PaperTab.tsx';
import { SharesTab } from './SharesTab.tsx';
import { StatementList } from './StatementList.tsx';

/** Blank forms of every kind, for handwriting. */
const BlanksMenu = (): JSX.Element => {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          title={text.blanksLabel}
          leftSection={<Icon name="print" size={16} />}
          rightSection={<Icon name="chevronDown" size={14} />}
        >
          {text.blanks}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choicesOf<StatementFormName>(formKinds).map(({ value, label }) => (
          <Menu.Item
            key={value}
            onClick={() => void showDocument('statements.printBlank', { kind: value })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

const tabs = [
  { key: 'list', title: text.listTab, content: () => <StatementList /> },
  { key: 'doubts', title: doubtsTab.title, content: () => <DoubtsTab /> },
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
