import { Button, Group, Pagination, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { callOperation } from '../../../api/client.ts';
import { useOperation } from '../../../api/hooks.ts';
import { questions, rows as text, statuses } from '../../../strings/people-import.ts';
import { Panel, Pending } from '../../../ui/index.ts';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import type { Answer, ImportItem, Preview } from './import-store.ts';
import { openQuestions, setAnswers } from './import-store.ts';
import { planColumns } from './plan-columns.tsx';

export type PlanStatus = keyof typeof statuses;

const pageSize = 50;

const countOf = ({ counts }: Preview, status: PlanStatus): number =>
  status === 'question' ? counts.questions : counts[status];

const order = Object.keys(statuses) as readonly PlanStatus[];

/** Questions first: they hold the import back; then what changes. */
const firstStatus = (preview: Preview): PlanStatus =>
  (['question', 'changed', 'new', 'rejected'] as const).find(
    (status) => countOf(preview, status) > 0,
  ) ?? 'same';

/** Answers every open question of the plan at once, on all its pages. */
const answerAll = async (item: ImportItem, preview: Preview, answer: Answer): Promise<void> => {
  const { rows } = await callOperation('people.listPlanRows', {
    plan: preview.plan,
    filters: { status: 'question' },
    limit: 1_000_000,
  });
  setAnswers(item.file.handle, (answers) => ({
    ...Object.fromEntries(rows.map(({ key }) => [key, answer])),
    ...answers,
  }));
};

interface Props {
  readonly item: ImportItem;
  readonly preview: Preview;
}

const AllQuestions = ({ item, preview }: Props): JSX.Element => {
  const isDone = openQuestions(item) === 0;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        disabled={isDone}
        onClick={() => void answerAll(item, preview, 'new')}
      >
        {questions.allNew}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={isDone}
        onClick={() => void answerAll(item, preview, 'skip')}
      >
        {questions.allSkip}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={Object.keys(item.answers).length === 0}
        onClick={() => setAnswers(item.file.handle, () => ({}))}
      >
        {questions.clear}
      </Button>
    </Group>
  );
};

/** Rows of the plan by status: what was, what becomes, and why not. */
export const PlanRows = ({ item, preview }: Props): JSX.Element => {
  const [status, setStatus] = useState(() => firstStatus(preview));
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [page, setPage] = useState(1);
  const query = useOperation(
    'people.listPlanRows',
    {
      plan: preview.plan,
      search,
      filters: { status },
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  );
  const choose = (next: PlanStatus): void => {
    setStatus(next);
    setPage(1);
  };
  const answer = (key: string, next: Answer): void =>
    setAnswers(item.file.handle, (answers) => ({ ...answers, [key]: next }));
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
              label: text.tabOf(statuses[value], countOf(preview, value)),
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
        {status === 'question' && <AllQuestions item={item} preview={preview} />}
        <Pending query={query}>
          {({ rows, total }) => (
            <Stack gap="xs">
              <SmallTable
                label={statuses[status]}
                columns={planColumns(status, item.answers, answer)}
                rows={rows}
                rowKey={({ key }) => key}
                empty={text.empty}
              />
              {total > pageSize && (
                <Pagination
                  aria-label={text.pages}
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
