import type { JSX } from 'react';
import { useEffect } from 'react';
import { useSearch } from 'wouter';
import { schoolYearOf } from '../../../src-main/domain/calendar.ts';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { screen as text } from '../../strings/marks.ts';
import { idIn } from '../../ui/address.ts';
import { isDay } from '../../ui/dates.ts';
import type { UrlTab } from '../../ui/index.ts';
import { Page, PageHeader, UrlTabs } from '../../ui/index.ts';
import { CodesTab } from './codes/CodesTab.tsx';
import type { EntryChoice } from './entry-store.ts';
import { choose } from './entry-store.ts';
import { FinalsTab } from './finals/FinalsTab.tsx';
import { ClassTab } from './grid/ClassTab.tsx';
import { StudentTab } from './grid/StudentTab.tsx';
import { ImportTab } from './import/ImportTab.tsx';
import { LessonsTab } from './lists/LessonsTab.tsx';
import { MarksTab } from './lists/MarksTab.tsx';

/** What a link (see links.ts) asks to be shown; nothing when the address names nothing. */
const choiceOf = (search: string): Partial<EntryChoice> => {
  const params = new URLSearchParams(search);
  const date = params.get('date');
  const classId = idIn(params.get('classId'));
  const studentId = idIn(params.get('studentId'));
  return {
    ...(isDay(date) && {
      startYear: schoolYearOf(date),
      week: mondayOf(date),
      day: date,
      period: date.slice(0, 7),
    }),
    ...(classId !== null && { classId, subject: params.get('subject') }),
    ...(studentId !== null && { studentId }),
  };
};

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
