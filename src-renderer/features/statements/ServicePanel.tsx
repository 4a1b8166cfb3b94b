import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { StatementKind } from '../../../src-main/domain/statements.ts';
import { nextKinds } from '../../../src-main/domain/statement-rules.ts';
import { useOperation } from '../../api/hooks.ts';
import { access as accessText, kinds, service as text } from '../../strings/statements.ts';
import { isDay } from '../../ui/dates.ts';
import { DateField } from '../../ui/form/index.ts';
import { Panel, Pending, navigate, showDate, todayIso } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { ModeBadge } from './badges.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { newStatementLink, statementLink } from './links.ts';
import { PapersOf } from './Papers.tsx';
import css from './statements.module.css';

type Answer = OperationOutput<'statements.ofStudent'>;
type Family = Answer['families'][number];
type Own = Answer['student'];
type Mode = Own['mode'];

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

const NextButtons = ({
  kindsNow,
  studentId,
  guardianId,
}: {
  readonly kindsNow: readonly StatementKind[];
  readonly studentId: number;
  readonly guardianId: number | null;
}): JSX.Element => (
  <>
    {kindsNow.map((kind) => (
      <Button
        key={kind}
        variant="default"
        size="xs"
        onClick={() =>
          navigate(
            newStatementLink({ kind, studentId, ...(guardianId !== null && { guardianId }) }),
          )
        }
      >
        {kinds[kind]}
      </Button>
    ))}
  </>
);

const nextByMode = ({ mode }: Mode): readonly StatementKind[] =>
  nextKinds({ refusal: mode === 'paper-refusal', impossibility: mode === 'paper-impossibility' });

/** What may come next of this parent, by the mode he is in. */
const nextOf = ({ parent, represents }: Family, student: Own): readonly StatementKind[] => {
  if (parent.mode === 'student-of-age') return ['permission-18'];
  if (!represents && !student.ofAge) return [];
  const own = nextByMode(parent);
  const consents = parent.mode === 'paper-refusal' && student.mode.mode !== 'own-consent';
  return consents && !student.ofAge ? [...own, 'consent-14'] : own;
};

const FamilyPanel = ({
  studentId,
  family,
  student,
}: {
  readonly studentId: number;
  readonly family: Family;
  readonly student: Own;
}): JSX.Element => {
  const { guardianId, guardianName, relation, relationName, represents } = family;
  return (
    <Panel
      title={text.chain(guardianName)}
      actions={
        relation !== null && (
          <NextButtons
            kindsNow={nextOf(family, student)}
            studentId={studentId}
            guardianId={guardianId}
          />
        )
      }
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {relationName ?? text.unlinked}
          {relation !== null && !represents && !student.ofAge && `, ${text.notRepresentative}`}
        </Text>
        <PapersOf {...family} label={text.chain(guardianName)} empty={text.noStatements} />
      </Stack>
    </Panel>
  );
};

const AccessPanel = ({
  studentId,
  access,
}: {
  readonly studentId: number;
  readonly access: Own['access'];
}): JSX.Element | null => {
  const [deciding, setDeciding] = useState(false);
  if (access.state === 'open') return null;
  return (
    <Panel
      title={accessText.title}
      actions={
        access.state === 'disputed' && (
          <Button variant="default" size="xs" onClick={() => setDeciding(true)}>
            {accessText.decide}
          </Button>
        )
      }
    >
      <Text size="sm">{access.reason}</Text>
      {deciding && <DecideDialog studentId={studentId} onClose={() => setDeciding(false)} />}
    </Panel>
  );
};

/** What the student himself has stated: consents, permissions, of age everything. */
const OwnPanel = ({
  studentId,
  student,
}: {
  readonly studentId: number;
  readonly student: Own;
}): JSX.Element | null => {
  if (student.age === 'known' && !student.ofAge && student.statements.length === 0) return null;
  return (
    <Panel
      title={text.ofStudent}
      actions={
        student.ofAge && (
          <NextButtons
            kindsNow={nextByMode(student.mode)}
            studentId={studentId}
            guardianId={null}
          />
        )
      }
    >
      <Stack gap="xs">
        {student.age === 'unknown' && <Text size="sm">{text.ageUnknown}</Text>}
        {student.ofAge && (
          <Text size="sm" c="dimmed">
            {text.ofAge}
          </Text>
        )}
        <PapersOf {...student} label={text.ofStudent} empty={text.noOwn} />
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
        {({ families, student }) => (
          <>
            <AccessPanel studentId={studentId} access={student.access} />
            <OwnPanel studentId={studentId} student={student} />
            {families.length === 0 && (
              <Panel>
                <Text size="sm">{text.noParents}</Text>
              </Panel>
            )}
            {families.map((family) => (
              <FamilyPanel
                key={family.guardianId}
                studentId={studentId}
                family={family}
                student={student}
              />
            ))}
          </>
        )}
      </Pending>
    </div>
  );
};
