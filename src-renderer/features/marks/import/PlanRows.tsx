import {
  Button,
  Group,
  Pagination,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { rows as text, rowKinds, rowStatuses } from '../../../strings/marks-import.ts';
import { rows as kitText } from '../../../strings/people-import.ts';
import { showDate } from '../../../ui/dates.ts';
import { Panel, Pending } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { finals } from '../../../strings/marks.ts';
import { StudentPicker } from '../../people/pickers.tsx';
import type { PlanRow, Preview } from './import-store.ts';
import { openQuestions, setAnswer, skipRest, useImport } from './import-store.ts';

type Status = keyof typeof rowStatuses;
type Kind = keyof typeof rowKinds;

const pageSize = 50;
const pageControl = {
  first: kitText.firstPage,
  previous: kitText.previousPage,
  next: kitText.nextPage,
  last: kitText.lastPage,
} as const;

const isPeriod = (date: string): date is keyof typeof finals.periods => date in finals.periods;

const whenOf = ({ date }: PlanRow): string => {
  if (date === null) return '';
  return isPeriod(date) ? finals.periods[date] : showDate(date);
};

const Question = ({ row }: { readonly row: PlanRow }): JSX.Element => {
  const given = useImport((store) => store.answers[row.key]?.value) ?? row.remembered;
  const isListed = row.candidates.some(({ id }) => id === given);
  return (
    <Stack gap={6}>
      <Text size="sm">{row.reason}</Text>
      <Radio.Group
        aria-label={text.whoIs(row.fullName, row.className)}
        value={given === null ? null : String(given)}
        onChange={(next) => setAnswer(row, next === 'skip' ? 'skip' : Number(next))}
      >
        <Stack gap={4}>
          {row.candidates.map(({ id, fullName, className, birthDate }) => (
            <Radio
              key={id}
              size="xs"
              value={String(id)}
              label={text.candidate(fullName, className, birthDate && showDate(birthDate))}
            />
          ))}
          <Radio size="xs" value="skip" label={text.skip} />
        </Stack>
      </Radio.Group>
      <StudentPicker
        name={row.key}
        label={text.another}
        width={320}
        everyone
        value={typeof given === 'number' && !isListed ? given : null}
        onChange={(id) => setAnswer(row, id ?? 'skip')}
      />
    </Stack>
  );
};

const whatOf = ({ status, was, becomes, reason }: PlanRow): string => {
  if (reason !== null) return becomes === null ? reason : text.reasonOf(reason, becomes);
  return status === 'new' ? (becomes ?? '') : text.change(was, becomes);
};

const columnsOf = (status: Status): readonly SmallColumn<PlanRow>[] => [
  {
    key: 'place',
    title: text.place,
    width: 190,
    render: ({ fileName, sheet, address }) => text.placeOf(fileName, sheet, address),
  },
  { key: 'kind', title: text.kind, width: 90, render: ({ kind }) => rowKinds[kind] },
  {
    key: 'who',
    title: text.who,
    width: 230,
    render: ({ fullName, className }) => text.whoOf(fullName, className),
  },
  {
    key: 'subject',
    title: text.lesson,
    width: 190,
    render: (row) => text.lessonOf(row.subject, whenOf(row)),
  },
  {
    key: 'what',
    title: text.whatTitles[status],
    render: (row) => (status === 'question' ? <Question row={row} /> : whatOf(row)),
  },
];

/** Questions first: they hold the import back; then what changes. */
const firstStatus = (preview: Preview): Status => {
  const { pupils, rejected, marks, finals, lessons, warnings } = preview;
  if (pupils.asked + pupils.remembered > 0) return 'question';
  if (rejected > 0) return 'rejected';
  if (marks.changed + finals.changed + lessons.changed > 0) return 'changed';
  if (marks.vanished + finals.vanished > 0) return 'vanished';
  return warnings > 0 ? 'warning' : 'new';
};

/** Rows of the plan by what becomes of them; questions are answered right in the row. */
export const PlanRows = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const [status, setStatus] = useState<Status>(() => firstStatus(preview));
  const [kind, setKind] = useState<Kind | null>(null);
  const [className, setClassName] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const open = useImport(openQuestions);
  const query = useOperation(
    'marks.listPlanRows',
    {
      plan: preview.plan,
      filters: { status, ...(kind && { kind }), ...(className && { className }) },
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  );
  const classNames = [...new Set(preview.files.flatMap((file) => file.classNames))];
  return (
    <Panel
      title={text.title}
      actions={
        <>
          {classNames.length > 1 && (
            <Select
              aria-label={text.class}
              placeholder={text.class}
              size="xs"
              w={100}
              clearable
              data={classNames}
              value={className}
              onChange={(next) => {
                setClassName(next);
                setPage(1);
              }}
            />
          )}
          <Select
            aria-label={text.kind}
            placeholder={text.kind}
            size="xs"
            w={130}
            clearable
            data={Object.entries(rowKinds).map(([value, label]) => ({ value, label }))}
            value={kind}
            onChange={(next) => {
              setKind(next as Kind | null);
              setPage(1);
            }}
          />
        </>
      }
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <SegmentedControl<Status>
            aria-label={text.title}
            value={status}
            onChange={(next) => {
              setStatus(next);
              setPage(1);
            }}
            data={Object.entries(rowStatuses).map(([value, label]) => ({
              value: value as Status,
              label,
            }))}
          />
          {status === 'question' && open > 0 && (
            <Button variant="default" size="compact-sm" onClick={() => void skipRest(preview.plan)}>
              {text.skipRest}
            </Button>
          )}
        </Group>
        <Pending query={query}>
          {({ rows, total }) => (
            <Stack gap="xs">
              <SmallTable
                label={rowStatuses[status]}
                columns={columnsOf(status)}
                rows={rows}
                rowKey={({ key }) => key}
                empty={text.empty}
              />
              <Group gap="sm">
                <Text size="xs" c="dimmed" role="status">
                  {text.total(total)}
                </Text>
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
              </Group>
            </Stack>
          )}
        </Pending>
      </Stack>
    </Panel>
  );
};
