import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useAbout, useOperation } from '../../api/hooks.ts';
import { rules } from '../../strings/credentials.ts';
import { personalFields } from '../../strings/people-fields.ts';
import { shell } from '../../strings/shell.ts';
import { settings as text } from '../../strings/settings.ts';
import { rules as sheetRules } from '../../strings/sheets.ts';
import { security } from '../../strings/lock.ts';
import { wording } from '../../strings/statements-wording.ts';
import { Page, PageHeader, Pending, UrlTabs } from '../../ui/index.ts';
import { RulesForm } from '../credentials/RulesForm.tsx';
import { RulesForm as SheetRulesForm } from '../sheets/RulesForm.tsx';
import { SecurityTab } from '../lock/SecurityTab.tsx';
import { WordingTab } from '../statements/wording/WordingTab.tsx';
import { LookPanel } from './LookPanel.tsx';
import { PaperForm } from './PaperForm.tsx';
import { PersonalFieldsForm } from './PersonalFieldsForm.tsx';
import { AppealRulesForm, TwoWeekRuleForm } from './RulesForms.tsx';
import { SchoolForm } from './SchoolForm.tsx';
import { StudyFormsForm } from './StudyFormsForm.tsx';

/** Requisites, paper, rules and look. */
export default function SettingsScreen(): JSX.Element {
  const query = useOperation('settings.get', {});
  const about = useAbout();
  const version = about && (
    <Text c="dimmed" fz="sm">
      {shell.version(about.version, about.dataFolder)}
    </Text>
  );
  return (
    <Page>
      <PageHeader title={text.title} extra={version} />
      <Pending query={query}>
        {({ school, paper, twoWeekRule, appealRules, studyForms, ...more }) => (
          <UrlTabs
            label={text.title}
            tabs={[
              {
                key: 'school',
                title: text.tabs.school,
                content: <SchoolForm school={school} />,
              },
              { key: 'paper', title: text.tabs.paper, content: <PaperForm paper={paper} /> },
              {
                key: 'rules',
                title: text.tabs.rules,
                content: (
                  <>
                    <TwoWeekRuleForm rule={twoWeekRule} />
                    <AppealRulesForm rules={appealRules} />
                    <StudyFormsForm rules={studyForms} />
                  </>
                ),
              },
              { key: 'diary', title: rules.tab, content: <RulesForm rules={more.credentials} /> },
              {
                key: 'sheets',
                title: sheetRules.tab,
                content: <SheetRulesForm rules={more.sheets} />,
              },
              {
                key: 'personal',
                title: personalFields.tab,
                content: <PersonalFieldsForm fields={more.personalFields} />,
              },
              { key: 'security', title: security.tab, content: <SecurityTab /> },
              { key: 'statements', title: wording.tab, content: <WordingTab /> },
              { key: 'look', title: text.tabs.look, content: <LookPanel /> },
            ]}
          />
        )}
      </Pending>
    </Page>
  );
}
