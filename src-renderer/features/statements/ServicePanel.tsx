import { Alert, Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { StatementRow } from '../../../src-main/contract/statements-fields.ts';
import type { StatementKind } from '../../../src-main/domain/statements.ts';
import { nextKinds } from '../../../src-main/domain/statements.ts';
import { useOperation } from '../../api/hooks.ts';
import { relations } from '../../strings/people.ts';
import { columns as words, kinds, service as text } from '../../strings/statements.ts';
import { isDay } from '../../ui/dates.ts';
import { DateField } from '../../ui/form/index.ts';
import { Icon, Panel, Pending, navigate, showDate, todayIso } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { ModeBadge, StateBadge } from './badges.tsx';
import { newStatementLink, statementLink } from './links.ts';
import css from './statements.module.css';

type Family = OperationOutput<'statements.ofStudent'>['families'][number];
type Mode = OperationOutput<'statements.serviceMode'>['student'];

interface ModeRow {
  readonly key: string;
  readonly who: string;
  readonly mode: Mode;
}

const modeColumns: readonly SmallColumn<ModeRow>[] = [
  { key: 'who', title: text.who, render: ({ who }) => who },
  { key: 'how', title: text.how, width: 210, render: ({ mode }) => <ModeBadge mode={mode.mode} /> },
  { key: 'since', title: text.since, render: ({ mode }) => showDate(mode.since) },
  {
    key: 'why',
    title: text.why,
    render: ({ mode }) =>
      mode.statementId === null ? (
        mode.reason
      ) : (
        <Link href={statementLink(mode.statementId)}>{mode.reason}</Link>
      ),
  },
];

/** Who is served how on the day, and the paragraph that gives it. */
const ModesOn = ({
  studentId,
  on,
}: {
  readonly studentId: number;
  readonly on: string;
}): JSX.Element => {
  const query = useOperation('statements.serviceMode', { studentId, on }, { keepPrevious: true });
  return (
    <Pending query={query}>
      {({ student, parents }) => (
        <SmallTable
          label={text.mode}
          columns={modeColumns}
          rows={[
            { key: 'student', who: text.student, mode: student },
            ...parents.map(({ guardianId, guardianName, mode }) => ({
              key: String(guardianId),
              who: guardianName,
              mode,
            })),
          ]}
          rowKey={({ key }) => key}
          empty={text.noParents}
        />
      )}
    </Pending>
  );
};

const chainColumns: readonly SmallColumn<StatementRow>[] = [
  {
    key: 'number',
    title: words.number,
    render: ({ id, number, year }) => (
      <Link href={statementLink(id)}>{text.number(number, year)}</Link>
    ),
  },
  { key: 'kind', title: words.kind, render: ({ kind }) => kinds[kind] },
  { key: 'date', title: words.date, render: ({ date }) => showDate(date) },
  {
    key: 'registeredOn',
    title: words.registeredOn,
    render: ({ registeredOn }) => showDate(registeredOn),
  },
  { key: 'state', title: words.state, render: ({ state }) => <StateBadge state={state} /> },
];

type Period = Family['history'][number];

const historyColumns: readonly SmallColumn<Period>[] = [
  {
    key: 'from',
    title: text.from,
    render: ({ from }) => (from === null ? text.beginning : showDate(from)),
  },
  {
    key: 'parent',
    width: 230,
    title: text.parentMode,
    render: ({ parent }) => <ModeBadge mode={parent.mode} />,
  },
  {
    key: 'student',
    width: 230,
    title: text.studentMode,
    render: ({ student }) => <ModeBadge mode={student.mode} />,
  },
];

const Impossible = ({ family }: { readonly family: Family }): JSX.Element | null => {
  if (family.impossible.length === 0) return null;
  return (
    <Alert color="orange" icon={<Icon name="warning" />} title={text.impossible}>
      {family.impossible.flatMap(({ statementId, problems }) =>
        problems.map(({ code, message }) => <div key={`${statementId} ${code}`}>{message}</div>),
      )}
    </Alert>
  );
};

/** What may come next of this parent, by the mode he is in. */
const nextOf = ({ parent, student }: Family): readonly StatementKind[] =>
  nextKinds({
    refusal: parent.mode === 'paper-refusal',
    impossibility: parent.mode === 'paper-impossibility',
    consent: student.mode === 'own-consent',
  });

const FamilyPanel = ({
  studentId,
  family,
}: {
  readonly studentId: number;
  readonly family: Family;
}): JSX.Element => {
  const { guardianId, guardianName, relation, statements, history } = family;
  return (
    <Panel
      title={text.chain(guardianName)}
      actions={
        relation !== null &&
        nextOf(family).map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="xs"
            onClick={() => navigate(newStatementLink({ kind, studentId, guardianId }))}
          >
            {kinds[kind]}
          </Button>
        ))
      }
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {relation === null ? text.unlinked : relations[relation]}
        </Text>
        <Impossible family={family} />
        <SmallTable
          label={text.chain(guardianName)}
          columns={chainColumns}
          rows={statements}
          rowKey={({ id }) => id}
          empty={text.noStatements}
        />
        {history.length > 1 && (
          <>
            <Text size="sm" fw={700}>
              {text.history}
            </Text>
            <SmallTable
              label={text.history}
              columns={historyColumns}
              rows={history}
              rowKey={({ from }) => from ?? ''}
              empty={text.noStatements}
            />
          </>
        )}
      </Stack>
    </Panel>
  );
};

/** Statements and the service mode of the family, for the student's card. */
export const ServicePanel = ({ studentId }: { readonly studentId: number }): JSX.Element => {
  const [on, setOn] = useState<string | null>(todayIso());
  const query = useOperation('statements.ofStudent', { studentId });
  return (
    <div className={css['column']}>
      <Panel
        title={text.mode}
        actions={
          <DateField name="on" value={on} onChange={setOn} aria-label={text.on} width={150} />
        }
      >
        {isDay(on) ? (
          <ModesOn studentId={studentId} on={on} />
        ) : (
          <Text size="sm">{text.badDate}</Text>
        )}
      </Panel>
      <Pending query={query}>
        {({ families }) =>
          families.length === 0 ? (
            <Panel>
              <Text size="sm">{text.noParents}</Text>
            </Panel>
          ) : (
            <>
              {families.map((family) => (
                <FamilyPanel key={family.guardianId} studentId={studentId} family={family} />
              ))}
            </>
          )
        }
      </Pending>
    </div>
  );
};
