import type { JSX } from 'react';
import { form as text, list } from '../../../strings/people-teachers.ts';
import { Page, PageHeader, Panel, navigate } from '../../../ui/index.ts';
import { teacherLink } from '../links.ts';
import { FormPage } from '../parts.tsx';
import { currentYear } from '../YearField.tsx';
import { TeacherForm } from './TeacherForm.tsx';

export default function NewTeacherScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.create} back={{ to: '/teachers', title: list.title }} />
      <FormPage>
        <Panel>
          <TeacherForm
            card={null}
            startYear={currentYear()}
            onSaved={(id) => navigate(teacherLink(id), { replace: true })}
            onCancel={() => navigate('/teachers')}
          />
        </Panel>
      </FormPage>
    </Page>
  );
}
