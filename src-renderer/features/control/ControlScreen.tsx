import { Button, Menu } from '@mantine/core';
import type { JSX } from 'react';
import { useSearch } from 'wouter';
import type { ControlScope } from '../../../src-main/contract/control.ts';
import { showDocument } from '../../printing/index.ts';
import { screen as text } from '../../strings/control.ts';
import type { UrlTab } from '../../ui/index.ts';
import { Icon, Page, PageHeader, UrlTabs } from '../../ui/index.ts';
import css from './control.module.css';
import { useControl } from './control-store.ts';
import { FaultsTab } from './FaultsTab.tsx';
import { HeatTab } from './HeatTab.tsx';
import { LoadsTab } from './loads/LoadsTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { ScopeBar } from './ScopeBar.tsx';
import { useScope } from './use-scope.ts';

const StatementMenu = ({ scope }: { readonly scope: ControlScope | null }): JSX.Element => {
  const by = useControl((state) => state.by);
  const print = (details: boolean): void =>
    void showDocument('control.statement', { by, details, ...scope });
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          title={text.statementHint}
          disabled={scope === null}
        >
          {text.statement}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => print(false)}>{text.statementShort}</Menu.Item>
        <Menu.Item onClick={() => print(true)}>{text.statementFull}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const tabsOf = (scope: ControlScope | null, year: number | null): readonly UrlTab[] => [
  { key: 'overview', title: text.overview, content: () => <OverviewTab scope={scope} /> },
  { key: 'heat', title: text.heat, content: () => <HeatTab scope={scope} /> },
  { key: 'faults', title: text.faults, content: () => <FaultsTab scope={scope} /> },
  { key: 'loads', title: text.loads, content: () => <LoadsTab startYear={year} /> },
];

/** How the electronic journal is kept: in time, in full, described (S2 §1.3, closing paragraph). */
export default function ControlScreen(): JSX.Element {
  const shown = useScope();
  const tab = new URLSearchParams(useSearch()).get('tab');
  return (
    <Page>
      <PageHeader title={text.title} actions={<StatementMenu scope={shown.scope} />} />
      <div className={tab === 'loads' ? css['hidden'] : undefined}>
        <ScopeBar shown={shown} />
      </div>
      <UrlTabs label={text.tabs} tabs={tabsOf(shown.scope, shown.year)} fill />
    </Page>
  );
}
