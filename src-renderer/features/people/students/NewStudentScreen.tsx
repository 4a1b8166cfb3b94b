import type { JSX } from 'react';
import { form as text, list } from '../../../strings/people-students.ts';
import { Page, PageHeader, Panel, navigate } from '../../../ui/index.ts';
import { FormPage } from '../../../ui/layout.tsx';
import { studentLink } from '../links.ts';
import { StudentForm } from './StudentForm.tsx';

export default function NewStudentScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.create} back={{ to: '/students', title: list.title }} />
      <FormPage>
        <Panel>
          <StudentForm
            student={null}
            onSaved={(id) => navigate(studentLink(id), { replace: true })}
            onCancel={() => navigate('/students')}
          />
        </Panel>
      </FormPage>
    </Page>
  );
}
