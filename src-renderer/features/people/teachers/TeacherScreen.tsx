import { Group } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { dayOfSchoolYear } from '../../../../src-main/domain/calendar.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { card as text, form, list, states } from '../../../strings/people-teachers.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import {
  DescriptionList,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  navigate,
  todayIso,
} from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { TextLink, TwoColumns } from '../../../ui/layout.tsx';
import { CardButtons } from '../CardButtons.tsx';
import { classLink } from '../links.ts';
import { YearField, useShownYear } from '../YearField.tsx';
import type { SubjectClasses } from './duties.ts';
import { bySubject } from './duties.ts';
import { TeacherForm } from './TeacherForm.tsx';

type Card = OperationOutput<'people.teacher'>;
type ClassRefs = SubjectClasses['classes'];

const removed = { success: text.removed };

const ClassLinks = ({ classes }: { readonly classes: ClassRefs }): JSX.Element => (
  <Group gap={8}>
    {classes.map(({ classId, className }) => (
      <TextLink key={classId} to={classLink(classId)}>
        {className}
      </TextLink>
    ))}
  </Group>
);

const dutyColumns: readonly SmallColumn<SubjectClasses>[] = [
  { key: 'subject', title: text.subject, render: ({ subject }) => subject },
  {
    key: 'classes',
    title: text.classes,
    render: ({ classes }) => <ClassLinks classes={classes} />,
  },
];

const Actions = ({
  teacher,
  onEdit,
}: {
  readonly teacher: Card['teacher'];
  readonly onEdit: () => void;
}): JSX.Element => {
  const remove = useCommand('people.deleteTeacher', removed);
  return (
    <CardButtons
      words={text}
      name={teacher.fullName}
      onEdit={onEdit}
      onRemove={async () => {
        if (await remove.run({ id: teacher.id })) navigate('/teachers');
      }}
    />
  );
};

interface ContentProps {
  readonly card: Card;
  /** Null until the year to show is known. */
  readonly year: number | null;
  readonly onYear: (year: number) => void;
}

const Content = ({ card, year, onYear }: ContentProps): JSX.Element => {
  const { teacher, assignments, classTeacherOf } = card;
  const [editing, setEditing] = useState(false);
  const close = (): void => setEditing(false);
  const classes = classTeacherOf.length === 0 ? null : <ClassLinks classes={classTeacherOf} />;
  return (
    <>
      <PageHeader
        back={{ to: '/teachers', title: list.title }}
        title={teacher.fullName}
        extra={
          <StatusBadge tone={teacher.active ? 'good' : 'neutral'}>
            {states[`${teacher.active}`]}
          </StatusBadge>
        }
        actions={<Actions teacher={teacher} onEdit={() => setEditing(true)} />}
      />
      <TwoColumns
        left={
          <Panel title={text.main}>
            <DescriptionList
              items={[
                [list.position, teacher.position],
                [text.classTeacherOf, classes],
              ]}
            />
          </Panel>
        }
        right={
          <Panel title={text.duties} actions={<YearField value={year} onChange={onYear} />}>
            <SmallTable
              label={text.duties}
              columns={dutyColumns}
              rows={bySubject(assignments)}
              rowKey={({ subject }) => subject}
              empty={text.dutiesEmpty}
            />
          </Panel>
        }
      />
      {editing && year !== null && (
        <FormDialog title={form.edit} onClose={close}>
          <TeacherForm card={card} startYear={year} onSaved={close} onCancel={close} />
        </FormDialog>
      )}
    </>
  );
};

export default function TeacherScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const { year, choose } = useShownYear();
  const input = {
    id: Number(id),
    ...(year !== null && { onDate: dayOfSchoolYear(year, todayIso()) }),
  };
  const query = useOperation('people.teacher', input, { keepPrevious: true });
  return (
    <Page>
      <Pending query={query}>
        {(card) => <Content key={card.teacher.id} card={card} year={year} onYear={choose} />}
      </Pending>
    </Page>
  );
}
