import type { JSX } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { absences as text } from '../../strings/absences.ts';
import { idIn } from '../../ui/address.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { Page, PageHeader, UrlTabs, navigate } from '../../ui/index.ts';
import { AbsenceDialog } from './AbsenceForm.tsx';
import { AbsenceList } from './AbsenceList.tsx';
import { OverTwoWeeks } from './OverTwoWeeks.tsx';

const tabs = [
  { key: 'list', title: text.listTab, content: () => <AbsenceList /> },
  { key: 'over', title: text.overTab, content: () => <OverTwoWeeks /> },
];

const create = (): void => navigate('/absences/new');

const toList = (): void => navigate('/absences', { replace: true });

/** The absence a link leads to, over the list. */
const ShownAbsence = ({ id }: { readonly id: number }): JSX.Element | null => {
  const { data } = useOperation('absences.card', { id });
  return data ? <AbsenceDialog absence={data} onClose={toList} /> : null;
};

/** Register of absences and the two-week rule over it (domain.md §3). */
export default function AbsencesScreen(): JSX.Element {
  const [path] = useLocation();
  const query = new URLSearchParams(useSearch());
  const shown = idIn(query.get('id'));
  const student = idIn(query.get('studentId'));
  return (
    <Page>
      <PageHeader
        title={text.title}
        actions={<NewButton label={text.newAbsence} hint={text.newHint} onClick={create} />}
      />
      <UrlTabs label={text.tabs} tabs={tabs} fill />
      {path === '/absences/new' && <AbsenceDialog studentId={student} onClose={toList} />}
      {shown !== null && <ShownAbsence id={shown} />}
    </Page>
  );
}
