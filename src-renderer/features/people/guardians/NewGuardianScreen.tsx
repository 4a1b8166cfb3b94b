import type { JSX } from 'react';
import { form as text, list } from '../../../strings/people-guardians.ts';
import { Page, PageHeader, Panel, navigate } from '../../../ui/index.ts';
import { FormPage } from '../../../ui/layout.tsx';
import { guardianLink } from '../links.ts';
import { GuardianForm } from './GuardianForm.tsx';

export default function NewGuardianScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.create} back={{ to: '/guardians', title: list.title }} />
      <FormPage>
        <Panel>
          <GuardianForm
            guardian={null}
            onSaved={(id) => navigate(guardianLink(id), { replace: true })}
            onCancel={() => navigate('/guardians')}
          />
        </Panel>
      </FormPage>
    </Page>
  );
}
