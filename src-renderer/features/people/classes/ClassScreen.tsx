import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { schoolYearOf } from '../../../../src-main/domain/calendar.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { card as text, form, list } from '../../../strings/people-classes.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  navigate,
  showDate,
  todayIso,
} from '../../../ui/index.ts';
import { TextLink } from '../../../ui/layout.tsx';
import { CardButtons } from '../CardButtons.tsx';
import { teacherLink } from '../links.ts';
import { ClassForm } from './ClassForm.tsx';
import { MembersTable } from './MembersTable.tsx';
import { PrintListDialog } from './PrintListDialog.tsx';

type Card = OperationOutput<'people.class'>;
type ClassRow = Card['class'];

const removed = { success: text.removed };

/** Today in the current year, the last day of a past one, the first of one to come. */
const dayOf = ({ startsOn, endsOn }: ClassRow): string => {
  const today = todayIso();
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
};

const Actions = ({
  row,
  onEdit,
  onPrint,
}: {
  readonly row: ClassRow;
  readonly onEdit: () => void;
  readonly onPrint: () => void;
}): JSX.Element => {
  const remove = useCommand('people.deleteClass', removed);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={onPrint}>
        {text.print}
      </Button>
      <CardButtons
        words={text}
        name={row.className}
        onEdit={onEdit}
        onRemove={async () => {
          if (await remove.run({ id: row.id })) navigate('/classes');
        }}
      />
    </>
  );
};

const ClassFacts = ({ row }: { readonly row: ClassRow }): JSX.Element => {
  const { classTeacherId, classTeacher } = row;
  const teacher =
    classTeacherId === null ? null : (
      <TextLink to={teacherLink(classTeacherId)}>{classTeacher}</TextLink>
    );
  return (
    <Panel title={text.main}>
      <DescriptionList
        items={[
          [list.year, row.schoolYear],
          [list.programme, row.programme],
          [list.classTeacher, teacher],
          [list.studentCount, row.studentCount],
        ]}
      />
    </Panel>
  );
};

const Content = ({ row }: { readonly row: ClassRow }): JSX.Element => {
  const onDate = dayOf(row);
  const query = useOperation('people.class', { id: row.id, onDate });
  const [shown, setShown] = useState<'form' | 'print' | null>(null);
  const close = (): void => setShown(null);
  return (
    <>
      <PageHeader
        back={{ to: '/classes', title: list.title }}
        title={text.title(row.className)}
        extra={<StatusBadge tone="info">{row.schoolYear}</StatusBadge>}
        actions={
          <Actions row={row} onEdit={() => setShown('form')} onPrint={() => setShown('print')} />
        }
      />
      <Pending query={query}>
        {(card) => (
          <>
            <ClassFacts row={card.class} />
            <Panel title={text.members} actions={text.on(showDate(onDate))}>
              <MembersTable members={card.members} />
            </Panel>
          </>
        )}
      </Pending>
      {shown === 'form' && (
        <FormDialog title={form.edit} onClose={close}>
          <ClassForm
            row={row}
            startYear={schoolYearOf(row.startsOn)}
            onSaved={close}
            onCancel={close}
          />
        </FormDialog>
      )}
      {shown === 'print' && <PrintListDialog classId={row.id} onDate={onDate} onClose={close} />}
    </>
  );
};

export default function ClassScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('people.class', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(card) => <Content key={card.class.id} row={card.class} />}</Pending>
    </Page>
  );
}
