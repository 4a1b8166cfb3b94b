import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { names } from '../../../strings/people.ts';
import { card as text, form, list } from '../../../strings/people-guardians.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import { DescriptionList, Page, PageHeader, Panel, Pending, navigate } from '../../../ui/index.ts';
import { TwoColumns } from '../../../ui/layout.tsx';
import { CardButtons } from '../CardButtons.tsx';
import { shownIf, useKeptFields } from '../kept-fields.ts';
import { AppealsOf } from '../students/Registers.tsx';
import { ChildrenPanel } from './ChildrenPanel.tsx';
import { GuardianForm } from './GuardianForm.tsx';

type Card = OperationOutput<'people.guardian'>;

const removed = { success: text.removed };

const Content = ({
  guardian,
  childRows,
}: {
  readonly guardian: Card['guardian'];
  readonly childRows: Card['children'];
}): JSX.Element => {
  const [editing, setEditing] = useState(false);
  const remove = useCommand('people.deleteGuardian', removed);
  const close = (): void => setEditing(false);
  const kept = useKeptFields();
  return (
    <>
      <PageHeader
        back={{ to: '/guardians', title: list.title }}
        title={guardian.fullName}
        actions={
          <CardButtons
            words={text}
            name={guardian.fullName}
            onEdit={() => setEditing(true)}
            onRemove={async () => {
              if (await remove.run({ id: guardian.id })) navigate('/guardians');
            }}
          />
        }
      />
      <TwoColumns
        left={
          <Panel title={text.main}>
            <DescriptionList
              items={[
                ...shownIf(kept.guardianPhone, [names.phone, guardian.phone]),
                ...shownIf(kept.guardianEmail, [names.email, guardian.email]),
                ...shownIf(kept.guardianAddress, [names.address, guardian.address]),
              ]}
            />
          </Panel>
        }
        right={<ChildrenPanel guardianId={guardian.id} rows={childRows} />}
      />
      <AppealsOf of={{ guardianId: guardian.id }} />
      {editing && (
        <FormDialog title={form.edit} onClose={close}>
          <GuardianForm guardian={guardian} onSaved={close} onCancel={close} />
        </FormDialog>
      )}
    </>
  );
};

export default function GuardianScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('people.guardian', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>
        {({ guardian, children }) => (
          <Content key={guardian.id} guardian={guardian} childRows={children} />
        )}
      </Pending>
    </Page>
  );
}
