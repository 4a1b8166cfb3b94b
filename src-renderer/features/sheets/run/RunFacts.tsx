import { Alert, Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { messageOf } from '../../../api/toasts.tsx';
import { run as text } from '../../../strings/sheets-print.ts';
import { Icon } from '../../../ui/index.ts';
import css from '../sheets.module.css';
import type { Already } from './Refusals.tsx';
import { Refusals } from './Refusals.tsx';
import { WithoutData } from './WithoutData.tsx';

export type Check = OperationOutput<'sheets.check'>;

export interface RunFactsProps {
  readonly check: UseQueryResult<Check>;
  /** Null until the first sheet is made. */
  readonly preview: { readonly unfinished: boolean } | null;
  readonly already: Already;
  readonly onAlready: (already: Already) => void;
  /** Classes and weeks without data that are printed all the same. */
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
}

const Facts = ({ fresh, corrected, copies, refused, withoutData }: Check): JSX.Element => (
  <dl className={css['facts']}>
    <dt>{text.fresh}</dt>
    <dd>{fresh}</dd>
    {corrected > 0 && (
      <>
        <dt>{text.corrected}</dt>
        <dd>{corrected}</dd>
      </>
    )}
    {copies > 0 && (
      <>
        <dt>{text.copies}</dt>
        <dd>{copies}</dd>
      </>
    )}
    {refused.length > 0 && (
      <>
        <dt>{text.refused}</dt>
        <dd className={css['late']}>{refused.length}</dd>
      </>
    )}
    {withoutData.length > 0 && (
      <>
        <dt>{text.withoutData}</dt>
        <dd className={css['late']}>{withoutData.length}</dd>
      </>
    )}
  </dl>
);

/** Counts of the run, warnings and refusals before anything is printed. */
export const RunFacts = ({
  check,
  preview,
  already,
  onAlready,
  ticked,
  onTicked,
}: RunFactsProps): JSX.Element => {
  const { data, error } = check;
  if (error)
    return (
      <Alert color="red" role="alert">
        {messageOf(error)}
      </Alert>
    );
  if (!data) return <Loader size="sm" role="status" aria-label={text.counting} />;
  return (
    <Stack gap="sm">
      <div role="status">
        <Facts {...data} />
      </div>
      {data.corrected > 0 && (
        <Alert color="orange" icon={<Icon name="warning" />}>
          {text.correctedHint(data.corrected)}
        </Alert>
      )}
      {data.copies > 0 && (
        <Text size="sm" c="dimmed">
          {text.copiesHint}
        </Text>
      )}
      {data.refused.length > 0 && (
        <Refusals refused={data.refused} already={already} onChange={onAlready} />
      )}
      {data.withoutData.length > 0 && (
        <WithoutData rows={data.withoutData} ticked={ticked} onChange={onTicked} />
      )}
      {preview?.unfinished === true && data.fresh + data.corrected > 0 && (
        <Alert color="orange" icon={<Icon name="warning" />}>
          {text.unfinished}
        </Alert>
      )}
    </Stack>
  );
};
