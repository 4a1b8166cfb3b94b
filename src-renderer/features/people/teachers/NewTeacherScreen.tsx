import type { JSX } from 'react';
import { form as text, list } from '../../../strings/people-teachers.ts';
import { Page, PageHeader, Panel, navigate } from '../../../ui/index.ts';
import { FormPage } from '../../../ui/layout.tsx';
import { teacherLink } from '../links.ts';
import { useShownYear } from '../YearField.tsx';
import { TeacherForm } from './TeacherForm.tsx';

export default function NewTeacherScreen(): JSX.Element {
  const { year } = useShownYear();
  return (
    <Page>
      <PageHeader title={text.create} back={{ to: '/teachers', title: list.title }} />
      <FormPage>
        <Panel>
          {year !== null && (
            <TeacherForm
              card={null}
              startYear={year}
              onSaved={(id) => navigate(teacherLink(id), { replace: true })}
              onCancel={() => navigate('/teachers')}
            />
          )}
        </Panel>
      </FormPage>
    </Page>
  );
}
