import type { JSX } from 'react';
import { useParams } from 'wouter';
import { useOperation } from '../../../api/hooks.ts';
import { form as text } from '../../../strings/statements-form.ts';
import { statements } from '../../../strings/statements.ts';
import { Page, PageHeader, Pending } from '../../../ui/index.ts';
import type { StatementCard } from '../card/StatementScreen.tsx';
import { statementLink } from '../links.ts';
import type { FormValues } from './form-values.ts';
import { startValues } from './form-values.ts';
import { CorrectionForm } from './StatementForm.tsx';

/** What the paper says now; the names in their cases as well, so that nothing is guessed anew. */
const valuesOf = ({ statement, content, passportShown }: StatementCard): FormValues => ({
  ...startValues({
    kind: statement.kind,
    studentId: statement.studentId,
    guardianId: statement.guardianId,
    byStudent: statement.guardianId === null,
    date: statement.date,
    registeredOn: statement.registeredOn,
  }),
  address: content.address ?? '',
  phone: content.phone ?? '',
  reason: content.reason ?? '',
  offered: content.offered,
  resumeOn: content.resumeOn ?? '',
  issueCredentials: content.issueCredentials ?? false,
  passportShown,
  names: {
    position: content.position,
    head: content.head,
    applicantGenitive: content.applicantGenitive,
    studentGenitive: content.studentGenitive,
  },
});

/** Correction of a statement that nobody has signed yet. */
export default function CorrectScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('statements.card', { id: Number(id) });
  return (
    <Page>
      <PageHeader
        title={text.correctTitle}
        back={{ to: statementLink(Number(id)), title: statements.statement }}
      />
      <Pending query={query}>
        {(card) => <CorrectionForm id={card.statement.id} values={valuesOf(card)} />}
      </Pending>
    </Page>
  );
}
