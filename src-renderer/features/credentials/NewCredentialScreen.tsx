import type { JSX } from 'react';
import { screen as text } from '../../strings/credentials.ts';
import { Page, PageHeader, navigate } from '../../ui/index.ts';
import { PasswordNeeded } from '../lock/PasswordNeeded.tsx';
import { CredentialForm } from './CredentialForm.tsx';
import css from './credentials.module.css';
import { credentialLink } from './links.ts';

const back = { to: '/credentials', title: text.title };

export default function NewCredentialScreen(): JSX.Element {
  return (
    <Page>
      <div className={css['narrow']}>
        <PageHeader back={back} title={text.new} />
        <PasswordNeeded />
        <CredentialForm
          onSaved={(id) => navigate(credentialLink(id))}
          onCancel={() => navigate(back.to)}
        />
      </div>
    </Page>
  );
}
