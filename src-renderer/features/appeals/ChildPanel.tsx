import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import { useOperation } from '../../api/hooks.ts';
import { appeals, form as text, childColumns as words, statuses } from '../../strings/appeals.ts';
import { Panel, Pending, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { appealLink } from '../people/links.ts';
import { absenceColumns } from './absence-columns.tsx';
import css from './appeals.module.css';

const appealColumns: readonly SmallColumn<AppealRow>[] = [
  {
    key: 'number',
    title: words.number,
    render: (appeal) => (
      <Link href={appealLink(appeal.id)} className={css['nowrap'] ?? ''}>
        {appeals.number(appeal.printedNumber, appeal.year)}
      </Link>
    ),
  },
  { key: 'date', title: words.date, render: (row) => showDate(row.date) },
  { key: 'lessonTopic', title: words.topic, render: (row) => row.lessonTopic },
  { key: 'status', title: words.status, render: (row) => statuses[row.status] },
];

const shown = 6;

/** What is known of the child: absences and former appeals, so that nothing is asked twice. */
export const ChildPanel = ({ studentId }: { readonly studentId: number }): JSX.Element => {
  const filters = { studentId };
  const latest = { filters, limit: shown };
  const absences = useOperation('absences.list', {
    ...latest,
    sort: { column: 'from', descending: true },
  });
  const former = useOperation('appeals.list', {
    ...latest,
    sort: { column: 'date', descending: true },
  });
  return (
    <>
      <Panel title={text.childAbsences}>
        <Pending query={absences}>
          {({ rows, total }) => (
            <>
              <SmallTable
                label={text.childAbsences}
                columns={absenceColumns}
                rows={rows}
                rowKey={(row) => row.id}
                empty={text.absencesNone}
              />
              {total > shown && (
                <Text size="xs" c="dimmed" mt={4}>
                  {text.more(total - shown)}
                </Text>
              )}
            </>
          )}
        </Pending>
      </Panel>
      <Panel title={text.lately}>
        <Pending query={former}>
          {({ rows }) => (
            <SmallTable
              label={text.lately}
              columns={appealColumns}
              rows={rows}
              rowKey={(row) => row.id}
              empty={text.latelyNone}
            />
          )}
        </Pending>
      </Panel>
    </>
  );
};
