import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { card as marks } from '../../../strings/marks.ts';
import { names, sexes } from '../../../strings/people.ts';
import { card as text, form, list, statuses } from '../../../strings/people-students.ts';
import { student as sheets } from '../../../strings/sheets.ts';
import { service } from '../../../strings/statements.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import {
  DescriptionList,
  Icon,
  Page,
  PageHeader,
  Panel,
  Pending,
  StatusBadge,
  UrlTabs,
  navigate,
  showDate,
} from '../../../ui/index.ts';
import type { UrlTab } from '../../../ui/index.ts';
import { TextLink, TwoColumns } from '../../../ui/layout.tsx';
import { StudentSheets } from '../../sheets/StudentSheets.tsx';
import { StudentMarks } from '../../marks/card/StudentMarks.tsx';
import { ServicePanel } from '../../statements/ServicePanel.tsx';
import { CardButtons } from '../CardButtons.tsx';
import { shownIf, useKeptFields } from '../kept-fields.ts';
import { classLink, newAbsenceLink, newAppealLink } from '../links.ts';
import { GuardiansPanel } from './GuardiansPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { StudyPeriodsPanel } from './StudyPeriodsPanel.tsx';
import { AppealsOf, StudentAbsences } from './Registers.tsx';
import { StudentForm } from './StudentForm.tsx';

type Card = OperationOutput<'people.student'>;

const back = { to: '/students', title: list.title };
const removed = { success: text.removed };

const Facts = ({ card }: { readonly card: Card }): JSX.Element => {
  const { student, programme, enrolments, studyPeriods, guardians } = card;
  const { classId, className } = student;
  const kept = useKeptFields();
  const ofClass =
    classId === null ? null : <TextLink to={classLink(classId)}>{className}</TextLink>;
  return (
    <TwoColumns
      left={
        <>
          <Panel title={text.main}>
            <DescriptionList
              items={[
                [names.birthDate, showDate(student.birthDate)],
                [names.age, student.age === null ? null : names.years(student.age)],
                ...shownIf(kept.studentSex, [names.sex, student.sex && sexes[student.sex]]),
                ...shownIf(kept.studentAddress, [names.address, student.address]),
                [names.className, ofClass],
                [text.programme, programme],
              ]}
            />
          </Panel>
          <StudyPeriodsPanel studentId={student.id} periods={studyPeriods} />
        </>
      }
      right={
        <>
          <GuardiansPanel studentId={student.id} guardians={guardians} />
          <HistoryPanel
            studentId={student.id}
            enrolled={student.status === 'enrolled'}
            enrolments={enrolments}
          />
        </>
      }
    />
  );
};

const Badges = ({ student }: { readonly student: Card['student'] }): JSX.Element => (
  <>
    {student.className !== null && <StatusBadge tone="info">{student.className}</StatusBadge>}
    <StatusBadge tone={student.status === 'enrolled' ? 'good' : 'neutral'}>
      {statuses[student.status]}
    </StatusBadge>
    {student.homeSchooled && <StatusBadge tone="warning">{text.homeSchooled}</StatusBadge>}
  </>
);

const Actions = ({
  student,
  onEdit,
}: {
  readonly student: Card['student'];
  readonly onEdit: () => void;
}): JSX.Element => {
  const remove = useCommand('people.deleteStudent', removed);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="appeal" size={16} />}
        onClick={() => navigate(newAppealLink(student.id))}
      >
        {text.appeal}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="absence" size={16} />}
        onClick={() => navigate(newAbsenceLink(student.id))}
      >
        {text.absence}
      </Button>
      <CardButtons
        words={text}
        name={student.fullName}
        onEdit={onEdit}
        onRemove={async () => {
          if (await remove.run({ id: student.id })) navigate('/students');
        }}
      />
    </>
  );
};

const tabsOf = (card: Card): readonly UrlTab[] => [
  { key: 'facts', title: text.facts, content: () => <Facts card={card} /> },
  {
    key: 'absences',
    title: text.absences,
    content: () => <StudentAbsences studentId={card.student.id} />,
  },
  {
    key: 'appeals',
    title: text.appeals,
    content: () => <AppealsOf of={{ studentId: card.student.id }} />,
  },
  {
    key: 'service',
    title: service.tab,
    content: () => <ServicePanel studentId={card.student.id} />,
  },
  {
    key: 'marks',
    title: marks.tab,
    content: () => (
      <StudentMarks studentId={card.student.id} parallel={card.student.parallel ?? null} />
    ),
  },
  {
    key: 'sheets',
    title: sheets.tab,
    content: () => <StudentSheets student={{ id: card.student.id, name: card.student.fullName }} />,
  },
];

const Content = ({ card }: { readonly card: Card }): JSX.Element => {
  const { student } = card;
  const [editing, setEditing] = useState(false);
  const close = (): void => setEditing(false);
  return (
    <>
      <PageHeader
        back={back}
        title={student.fullName}
        extra={<Badges student={student} />}
        actions={<Actions student={student} onEdit={() => setEditing(true)} />}
      />
      <UrlTabs label={text.tabs} tabs={tabsOf(card)} />
      {editing && (
        <FormDialog title={form.edit} onClose={close}>
          <StudentForm student={student} onSaved={close} onCancel={close} />
        </FormDialog>
      )}
    </>
  );
};

export default function StudentScreen(): JSX.Element {
  const { id } = useParams<{ readonly id: string }>();
  const query = useOperation('people.student', { id: Number(id) });
  return (
    <Page>
      <Pending query={query}>{(card) => <Content key={card.student.id} card={card} />}</Pending>
    </Page>
  );
}
