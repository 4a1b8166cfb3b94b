import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useSearch } from 'wouter';
import { absences as text } from '../../strings/absences.ts';
import { Icon, Page, PageHeader, UrlTabs, navigate, useHotkey } from '../../ui/index.ts';
import { AbsenceDialog } from './AbsenceForm.tsx';
import css from './absences.module.css';
import { AbsenceList } from './AbsenceList.tsx';
import { OverTwoWeeks } from './OverTwoWeeks.tsx';

const tabs = [
  {
    key: 'list',
    title: text.listTab,
    content: () => (
      <div className={css['tab']}>
        <AbsenceList />
      </div>
    ),
  },
  {
    key: 'over',
    title: text.overTab,
    content: () => (
      <div className={css['tab']}>
        <OverTwoWeeks />
      </div>
    ),
  },
];

const create = (): void => navigate('/absences?new=1');

/** Register of absences and the two-week rule over it (domain.md §3). */
export default function AbsencesScreen(): JSX.Element {
  const query = new URLSearchParams(useSearch());
  useHotkey('F2', create);
  useHotkey('Ctrl+KeyN', create);
  const student = Number(query.get('student'));
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
            {text.newAbsence}
          </Button>
        }
      />
      <div className={css['tabs']}>
        <UrlTabs label={text.tabs} tabs={tabs} />
      </div>
      {query.has('new') && (
        <AbsenceDialog
          studentId={Number.isInteger(student) && student > 0 ? student : null}
          onClose={() => navigate('/absences', { replace: true })}
        />
      )}
    </Page>
  );
}
