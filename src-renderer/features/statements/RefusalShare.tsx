import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { percent } from '../../strings/common.ts';
import { home as text } from '../../strings/statements.ts';
import { Panel } from '../../ui/index.ts';
import { sharesLink } from './links.ts';
import css from './statements.module.css';

/** The share of refusals as one figure for the home screen; nothing in an empty school. */
export const RefusalShare = (): JSX.Element | null => {
  const { data } = useOperation('statements.shares', {});
  if (!data || data.overall.students === 0) return null;
  const { students, refusals, impossible } = data.overall;
  return (
    <Panel title={text.title}>
      <Stack gap={4}>
        <span className={css['figure']}>{percent(refusals, students)}</span>
        <Text size="sm">{text.caption(refusals, students)}</Text>
        {impossible > 0 && (
          <Text size="sm" c="dimmed">
            {text.impossible(impossible)}
          </Text>
        )}
        <Link href={sharesLink}>{text.open}</Link>
      </Stack>
    </Panel>
  );
};
