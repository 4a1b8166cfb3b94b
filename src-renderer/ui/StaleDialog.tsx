import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { stale as text } from '../strings/common.ts';
import type { ShownDifference } from './form/differences.ts';
import css from './pieces.module.css';
import type { AskedStale } from './stale.ts';
import { useStale } from './stale.ts';

const Value = ({ value }: { readonly value: string }): JSX.Element =>
  value === '' ? (
    <Text span size="sm" c="dimmed">
      {text.empty}
    </Text>
  ) : (
    <Text span size="sm" className={css['staleValue']}>
      {value}
    </Text>
  );

const Row = ({ row }: { readonly row: ShownDifference }): JSX.Element => (
  <Table.Tr data-both={row.note === text.both || undefined}>
    <Table.Th scope="row">
      <Text size="sm" fw={700}>
        {row.label}
      </Text>
      <Text size="xs" c={row.note === text.both ? 'var(--mantine-color-error)' : 'dimmed'}>
        {row.note}
      </Text>
    </Table.Th>
    <Table.Td>
      <Value value={row.mine} />
    </Table.Td>
    <Table.Td>
      <Value value={row.stored} />
    </Table.Td>
  </Table.Tr>
);

const Question = ({ question }: { readonly question: AskedStale }): JSX.Element => (
  <Stack gap="md">
    <Text size="sm">{question.message}</Text>
    <div className={css['staleTable']}>
      <Table aria-label={text.title} verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.field}</Table.Th>
            <Table.Th scope="col">{text.mine}</Table.Th>
            <Table.Th scope="col">{text.stored}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {question.rows.map((row) => (
            <Row key={row.path} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
    <Text size="xs" c="dimmed">
      {text.hint}
    </Text>
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={() => question.answer('take')}>
        {text.take}
      </Button>
      <Button variant="default" onClick={() => question.answer('save')}>
        {text.save}
      </Button>
      <Button data-autofocus onClick={() => question.answer('back')}>
        {text.back}
      </Button>
    </Group>
  </Stack>
);

/** Both values of a record changed in two windows; the shell mounts it once. */
export const StaleDialog = (): JSX.Element => {
  const { question } = useStale();
  return (
    <Modal
      opened={question !== null}
      zIndex={300}
      onClose={() => question?.answer('back')}
      title={text.title}
      size="xl"
    >
      {question && <Question question={question} />}
    </Modal>
  );
};
