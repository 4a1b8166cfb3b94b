import type { JSX } from 'react';
import { useEffect } from 'react';
import { useSearch } from 'wouter';
import { screen as text } from '../../strings/marks.ts';
import type { UrlTab } from '../../ui/index.ts';
import { Page, PageHeader, UrlTabs } from '../../ui/index.ts';
import { CodesTab } from './codes/CodesTab.tsx';
import { choose } from './entry-store.ts';
import { FinalsTab } from './finals/FinalsTab.tsx';
import { choiceOf } from './follow-link.ts';
import { ClassTab } from './grid/ClassTab.tsx';
import { StudentTab } from './grid/StudentTab.tsx';
import { ImportTab } from './import/ImportTab.tsx';
import { LessonsTab } from './lists/LessonsTab.tsx';
import { MarksTab } from './lists/MarksTab.tsx';

const tabs: readonly UrlTab[] = [
  { key: 'class', title: text.byClass, content: () => <ClassTab /> },
  { key: 'student', title: text.byStudent, content: () => <StudentTab /> },
  { key: 'finals', title: text.finals, content: () => <FinalsTab /> },
  { key: 'marks', title: text.marks, content: () => <MarksTab /> },
  { key: 'lessons', title: text.lessons, content: () => <LessonsTab /> },
  { key: 'import', title: text.import, content: () => <ImportTab /> },
  { key: 'codes', title: text.codes, content: () => <CodesTab /> },
];

/** A link chooses what is shown; later choices of the user stand. */
const useLink = (): void => {
  const search = useSearch();
  useEffect(() => {
    const choice = choiceOf(search);
    if (Object.keys(choice).length > 0) choose(choice);
  }, [search]);
};

/** Marks and lessons: typing, lists, import, tables of codes. */
export default function MarksScreen(): JSX.Element {
  useLink();
  return (
    <Page>
      <PageHeader title={text.title} />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
    </Page>
  );
}
