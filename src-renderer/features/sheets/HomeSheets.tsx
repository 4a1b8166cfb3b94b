import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { home as text } from '../../strings/sheets.ts';
import { Panel, StatusBadge } from '../../ui/index.ts';
import { weekLink } from './links.ts';

type Sheets = OperationOutput<'home.attention'>['sheets'];

/** Lines of work left: what is late stands first and is red. */
const Left = ({ sheets }: { readonly sheets: Sheets }): JSX.Element => {
  const { waiting, notPrinted, notHanded } = sheets;
  return (
    <>
      {notPrinted > 0 && (
        <Link href={weekLink({ status: 'not-printed', earlier: true })}>
          {text.notPrinted(notPrinted)}
        </Link>
      )}
      {notHanded > 0 && (
        <Link href={weekLink({ status: 'not-handed', earlier: true })}>
          {text.notHanded(notHanded)}
        </Link>
      )}
      {waiting > 0 && <Link href={weekLink({ status: 'owed' })}>{text.waiting(waiting)}</Link>}
      {waiting + notPrinted + notHanded === 0 && <Text size="sm">{text.done}</Text>}
    </>
  );
};

/** Weekly printouts that wait, for the home screen; nothing before the first school week. */
export const HomeSheets = ({ sheets }: { readonly sheets: Sheets }): JSX.Element | null => {
  if (sheets.week === null) return null;
  const late = sheets.notPrinted + sheets.notHanded;
  return (
    <Panel
      title={
        <Group gap={8}>
          {text.title}
          {late > 0 && <StatusBadge tone="bad">{late}</StatusBadge>}
        </Group>
      }
    >
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {text.week(sheets.title ?? '')}
        </Text>
        <Left sheets={sheets} />
        <Link href={weekLink()}>{text.open}</Link>
      </Stack>
    </Panel>
  );
};
