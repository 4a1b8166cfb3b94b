import { Alert, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { StatementRow } from '../../../src-main/contract/statements-fields.ts';
import { formatRegistrationNumber } from '../../../src-main/domain/numbering.ts';
import { columns as words, kinds, service as text } from '../../strings/statements.ts';
import { Icon, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { ModeBadge, StateBadge } from './badges.tsx';
import { statementLink } from './links.ts';

type Family = OperationOutput<'statements.ofStudent'>['families'][number];

const chainColumns: readonly SmallColumn<StatementRow>[] = [
  {
    key: 'number',
    title: words.number,
    render: (row) => <Link href={statementLink(row.id)}>{formatRegistrationNumber(row)}</Link>,
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
    key: 'mode',
    width: 230,
    title: text.how,
    render: ({ mode }) => <ModeBadge mode={mode.mode} />,
  },
  { key: 'why', title: text.why, render: ({ mode }) => mode.reason },
];

type Papers = Pick<Family, 'statements' | 'history' | 'impossible'>;

const Impossible = ({ impossible }: Papers): JSX.Element | null => {
  if (impossible.length === 0) return null;
  return (
    <Alert color="orange" icon={<Icon name="warning" />} title={text.impossible}>
      {impossible.flatMap(({ statementId, problems }) =>
        problems.map(({ code, message }) => <div key={`${statementId} ${code}`}>{message}</div>),
      )}
    </Alert>
  );
};

/** Statements of one author and how his mode changed. */
export const PapersOf = ({
  label,
  empty,
  ...papers
}: Papers & { readonly label: string; readonly empty: string }): JSX.Element => {
  const { statements, history } = papers;
  return (
    <>
      <Impossible {...papers} />
      <SmallTable
        label={label}
        columns={chainColumns}
        rows={statements}
        rowKey={({ id }) => id}
        empty={empty}
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
            empty={empty}
          />
        </>
      )}
    </>
  );
};
