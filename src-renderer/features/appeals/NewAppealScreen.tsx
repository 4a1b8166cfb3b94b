import type { JSX } from 'react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { appeals, form as text } from '../../strings/appeals.ts';
import { idIn } from '../../ui/address.ts';
import { Page, PageHeader, Panel, Pending, useHotkey } from '../../ui/index.ts';
import css from './appeals.module.css';
import { ChildPanel } from './ChildPanel.tsx';
import { RegisterForm } from './RegisterForm.tsx';
import type { Registered } from './RegisterForm.tsx';
import { RegisteredNote } from './RegisteredNote.tsx';

const latest = { sort: { column: 'number', descending: true }, limit: 1 } as const;

/** The worker who answered for the latest appeal; the form waits for the answer. */
const useLastResponsible = (): number | null | undefined => {
  const { data, isError } = useOperation('appeals.list', latest);
  if (isError) return null;
  return data && (data.rows[0]?.responsibleId ?? null);
};

const NewAppeal = ({
  daysToClose,
  responsibleId,
}: {
  readonly daysToClose: number;
  readonly responsibleId: number | null;
}): JSX.Element => {
  const asked = idIn(new URLSearchParams(useSearch()).get('studentId'));
  // The child the form starts with; the note of a registration starts the next one afresh.
  const [first, setFirst] = useState(asked);
  const [studentId, setStudentId] = useState(asked);
  const [registered, setRegistered] = useState<Registered | null>(null);
  const another = (): void => {
    setFirst(null);
    setStudentId(null);
    setRegistered(null);
  };
  // On the note of the last registration the key starts the next one.
  useHotkey(registered ? 'F2' : null, another);
  useHotkey(registered ? 'Ctrl+KeyN' : null, another);
  if (registered) return <RegisteredNote appeal={registered} onAnother={another} />;
  return (
    <div className={css['columns']}>
      <div className={`${css['column']} ${css['wide']}`}>
        <Panel>
          <RegisterForm
            studentId={first}
            responsibleId={responsibleId}
            daysToClose={daysToClose}
            onStudent={setStudentId}
            onRegistered={setRegistered}
          />
        </Panel>
      </div>
      <div className={css['column']}>
        {studentId !== null && <ChildPanel studentId={studentId} />}
      </div>
    </div>
  );
};

/** Registration of an appeal, the heart of the program. */
export default function NewAppealScreen(): JSX.Element {
  const settings = useOperation('settings.get', {});
  const responsibleId = useLastResponsible();
  return (
    <Page>
      <PageHeader title={appeals.newAppeal} back={{ to: '/appeals', title: text.back }} />
      <Pending query={settings}>
        {({ appealRules }) =>
          responsibleId !== undefined && (
            <NewAppeal daysToClose={appealRules.daysToClose} responsibleId={responsibleId} />
          )
        }
      </Pending>
    </Page>
  );
}
