import { Radio, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { questions, rows as text } from '../../strings/people-import.ts';
import { showDate } from '../dates.ts';
import type { SmallColumn } from '../SmallTable.tsx';
import type { PlanAnswer, PlanAnswers, PlanCandidate, PlanRow, PlanStatus } from './plan.ts';

const Warnings = ({ row }: { readonly row: PlanRow }): JSX.Element => (
  <>
    {row.warnings?.map((warning) => (
      <Text key={warning} size="xs" c="orange">
        {warning}
      </Text>
    ))}
  </>
);

const changeText = ({ title, was, becomes }: PlanRow['changes'][number]): string =>
  was === null
    ? text.value(title, becomes ?? text.nothing)
    : text.change(title, was, becomes ?? text.nothing);

const Changes = ({ row }: { readonly row: PlanRow }): JSX.Element => (
  <Stack gap={0}>
    {row.changes.map((change) => (
      <Text key={change.field} size="sm">
        {changeText(change)}
      </Text>
    ))}
    <Warnings row={row} />
  </Stack>
);

const aboutOf = ({ birthDate, className, phone, children }: PlanCandidate): string =>
  [
    className,
    birthDate === null ? null : questions.birthDate(showDate(birthDate)),
    phone,
    children.length === 0 ? null : questions.children(children.join(', ')),
  ]
    .filter((part) => part !== null)
    .join(', ') || questions.noBirthDate;

const asAnswer = (value: string): PlanAnswer =>
  value === 'new' || value === 'skip' ? value : Number(value);

export interface PlanAnswering<R extends PlanRow> {
  readonly answers: PlanAnswers;
  readonly onAnswer: (row: R, answer: PlanAnswer) => void;
  /** Whether a row may become a new person. */
  readonly offersNew: boolean;
  /** More ways to answer under the candidates. */
  readonly more?: (row: R) => ReactNode;
}

interface QuestionProps<R extends PlanRow> extends PlanAnswering<R> {
  readonly row: R;
}

const Question = <R extends PlanRow>({
  row,
  answers,
  onAnswer,
  offersNew,
  more,
}: QuestionProps<R>): JSX.Element => (
  <Stack gap={6}>
    <Text size="sm">{row.reason}</Text>
    <Radio.Group
      aria-label={questions.answer(row.fullName)}
      value={row.key in answers ? String(answers[row.key]) : null}
      onChange={(next) => onAnswer(row, asAnswer(next))}
    >
      <Stack gap={4}>
        {row.candidates.map((candidate) => (
          <Radio
            key={candidate.id}
            size="xs"
            value={String(candidate.id)}
            label={questions.candidate(candidate.fullName, aboutOf(candidate))}
          />
        ))}
        {offersNew && <Radio size="xs" value="new" label={questions.new} />}
        <Radio size="xs" value="skip" label={questions.skip} />
      </Stack>
    </Radio.Group>
    {more?.(row)}
    <Warnings row={row} />
  </Stack>
);

const Rejected = ({ row }: { readonly row: PlanRow }): JSX.Element => (
  <Stack gap={0}>
    <Text size="sm">{row.reason}</Text>
    <Warnings row={row} />
  </Stack>
);

const shared: readonly SmallColumn<PlanRow>[] = [
  {
    key: 'place',
    title: text.place,
    width: 140,
    render: ({ sheet, address }) => text.placeOf(sheet, address),
  },
  { key: 'name', title: text.name, width: 240, render: ({ fullName }) => fullName },
  { key: 'details', title: text.details, width: 140, render: ({ details }) => details },
];

const changes = (title: string): SmallColumn<PlanRow> => ({
  key: 'changes',
  title,
  render: (row) => <Changes row={row} />,
});

/** Columns of the rows of one status; answers are given right in the row. */
export const planColumns = <R extends PlanRow>(
  status: PlanStatus,
  answering: PlanAnswering<R>,
): readonly SmallColumn<R>[] => {
  if (status === 'rejected')
    return [
      ...shared,
      { key: 'reason', title: text.reason, render: (row) => <Rejected row={row} /> },
    ];
  if (status === 'question')
    return [
      ...shared,
      {
        key: 'question',
        title: text.question,
        render: (row) => <Question row={row} {...answering} />,
      },
    ];
  return [...shared, changes(status === 'changed' ? text.changes : text.values)];
};
