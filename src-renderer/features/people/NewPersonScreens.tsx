import type { JSX, ReactNode } from 'react';
import { form as guardianForm, list as guardians } from '../../strings/people-guardians.ts';
import { form as studentForm, list as students } from '../../strings/people-students.ts';
import { form as teacherForm, list as teachers } from '../../strings/people-teachers.ts';
import { Page, PageHeader, Panel, navigate } from '../../ui/index.ts';
import { FormPage } from '../../ui/layout.tsx';
import { GuardianForm } from './guardians/GuardianForm.tsx';
import { guardianLink, studentLink, teacherLink } from './links.ts';
import { StudentForm } from './students/StudentForm.tsx';
import { TeacherForm } from './teachers/TeacherForm.tsx';
import { useShownYear } from './YearField.tsx';

interface NewPersonProps {
  readonly title: string;
  /** The list the person is added to. */
  readonly list: { readonly to: string; readonly title: string };
  readonly children: ReactNode;
}

const NewPerson = ({ title, list, children }: NewPersonProps): JSX.Element => (
  <Page>
    <PageHeader title={title} back={list} />
    <FormPage>
      <Panel>{children}</Panel>
    </FormPage>
  </Page>
);

/** Opens the new card, or the list again. */
const leavingTo = (list: string, cardLink: (id: number) => string) => ({
  onSaved: (id: number) => navigate(cardLink(id), { replace: true }),
  onCancel: () => navigate(list),
});

export const NewStudentScreen = (): JSX.Element => (
  <NewPerson title={studentForm.create} list={{ to: '/students', title: students.title }}>
    <StudentForm student={null} {...leavingTo('/students', studentLink)} />
  </NewPerson>
);

export const NewGuardianScreen = (): JSX.Element => (
  <NewPerson title={guardianForm.create} list={{ to: '/guardians', title: guardians.title }}>
    <GuardianForm guardian={null} {...leavingTo('/guardians', guardianLink)} />
  </NewPerson>
);

export const NewTeacherScreen = (): JSX.Element => {
  const { year } = useShownYear();
  return (
    <NewPerson title={teacherForm.create} list={{ to: '/teachers', title: teachers.title }}>
      {year !== null && (
        <TeacherForm card={null} startYear={year} {...leavingTo('/teachers', teacherLink)} />
      )}
    </NewPerson>
  );
};
