import { Button, Group, Pagination, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useState } from 'react';
import type { PreviewCounts } from '../../../src-main/contract/imports.ts';
import { questions, rows as text, statuses } from '../../strings/people-import.ts';
import { Panel } from '../page.tsx';
import { Pending } from '../Pending.tsx';
import { SmallTable } from '../SmallTable.tsx';
import type { PlanAnswering } from './plan-columns.tsx';
import { planColumns } from './plan-columns.tsx';
import type { PlanPage, PlanQuestion, PlanRow, PlanStatus } from './plan.ts';

const pageSize = 50;

/** The arrows of the pager have no words of their own. */
const pageControl = {
  first: text.firstPage,
  previous: text.previousPage,
  next: text.nextPage,
  last: text.lastPage,
} as const;

const countOf = (counts: PreviewCounts, status: PlanStatus): number =>
  status === 'question' ? counts.questions : counts[status];

const order = Object.keys(statuses) as readonly PlanStatus[];

/** Questions first: they hold the import back; then what changes. */
const firstStatus = (counts: PreviewCounts): PlanStatus =>
  (['question', 'changed', 'new', 'rejected'] as const).find(
    (status) => countOf(counts, status) > 0,
  ) ?? 'same';

export interface PlanPanelProps<R extends PlanRow> extends PlanAnswering<R> {
  /** Ticket of the plan: the key of the cache. */
  readonly plan: string;
  readonly counts: PreviewCounts;
  readonly load: (question: PlanQuestion, signal?: AbortSignal) => Promise<PlanPage<R>>;
  /** Questions without an answer. */
  readonly open: number;
  /** Gives every open question the same answer. */
  readonly onAnswerRest: (rows: readonly R[], answer: 'new' | 'skip') => void;
  readonly onClear: () => void;
}

const AllQuestions = <R extends PlanRow>(props: PlanPanelProps<R>): JSX.Element => {
  const { answers, load, open, offersNew, onAnswerRest, onClear } = props;
  const answerRest = async (answer: 'new' | 'skip'): Promise<void> => {
    const all = { search: '', status: 'question', offset: 0, limit: 1_000_000 } as const;
    onAnswerRest((await load(all)).rows, answer);
  };
  const ways = [
    ...(offersNew ? [['new', questions.allNew] as const] : []),
    ['skip', questions.allSkip] as const,
  ];
  return (
    <Group gap="xs">
      {ways.map(([answer, label]) => (
        <Button
          key={answer}
          variant="default"
          size="compact-sm"
          disabled={open === 0}
          onClick={() => void answerRest(answer)}
        >
          {label}
        </Button>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={Object.keys(answers).length === 0}
        onClick={onClear}
      >
        {questions.clear}
      </Button>
    </Group>
  );
};

/** Rows of the plan by status: what was, what becomes, and why not. */
export const PlanPanel = <R extends PlanRow>(props: PlanPanelProps<R>): JSX.Element => {
  const { plan, counts, load } = props;
  const [status, setStatus] = useState(() => firstStatus(counts));
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [page, setPage] = useState(1);
  const question = { search, status, offset: (page - 1) * pageSize, limit: pageSize };
  const query = useQuery({
    queryKey: ['plan', plan, question],
    queryFn: ({ signal }) => load(question, signal),
    placeholderData: keepPreviousData,
  });
  const choose = (next: PlanStatus): void => {
    setStatus(next);
    setPage(1);
  };
  return (
    <Panel title={text.title}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <SegmentedControl<PlanStatus>
            aria-label={text.title}
            value={status}
            onChange={choose}
            data={order.map((value) => ({
              value,
              label: text.tabOf(statuses[value], countOf(counts, value)),
            }))}
          />
          <TextInput
            aria-label={text.search}
            placeholder={text.search}
            w={220}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setPage(1);
            }}
          />
        </Group>
        {status === 'question' && <AllQuestions {...props} />}
        <Pending query={query}>
          {({ rows, total }) => (
            <Stack gap="xs">
              <SmallTable
                label={statuses[status]}
                columns={planColumns(status, props)}
                rows={rows}
                rowKey={({ key }) => key}
                empty={text.empty}
              />
              {total > pageSize && (
                <Pagination
                  aria-label={text.pages}
                  getControlProps={(control) => ({ 'aria-label': pageControl[control] })}
                  size="sm"
                  total={Math.ceil(total / pageSize)}
                  value={page}
                  onChange={setPage}
                />
              )}
            </Stack>
          )}
        </Pending>
      </Stack>
    </Panel>
  );
};
