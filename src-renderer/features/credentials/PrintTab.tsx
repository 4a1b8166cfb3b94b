import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { CredentialOwner } from '../../../src-main/contract/credentials-fields.ts';
import { useOperation } from '../../api/hooks.ts';
import { showNotice } from '../../api/toasts.tsx';
import { showDocument } from '../../printing/index.ts';
import { print as text } from '../../strings/credentials.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { Icon, Panel } from '../../ui/index.ts';
import { useCredentialClasses } from './class-choices.ts';
import css from './credentials.module.css';
import { printCards } from './print-cards.ts';

type Whom = CredentialOwner | 'all';

interface ClassProps {
  readonly value: string | null;
  readonly onChange: (className: string | null) => void;
}

const ClassSelect = ({ value, onChange }: ClassProps): JSX.Element => {
  const classes = useCredentialClasses();
  return (
    <Select
      label={text.className}
      placeholder={text.allClasses}
      w={150}
      searchable
      clearable
      value={value}
      data={classes.map(({ label }) => label)}
      onChange={onChange}
    />
  );
};

const CardsPanel = (): JSX.Element => {
  const [className, setClassName] = useState<string | null>(null);
  const [whom, setWhom] = useState<Whom>('all');
  const [onlyNew, setOnlyNew] = useState(true);
  const filters = {
    ...(className !== null && { className }),
    ...(whom !== 'all' && { owner: whom }),
    ...(onlyNew && { state: 'new' as const }),
  };
  const { data } = useOperation('credentials.list', { filters, limit: 1 }, { keepPrevious: true });
  const total = data?.total ?? 0;
  return (
    <Panel title={text.cards}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text.cardsHint}
        </Text>
        <Group gap="md" align="flex-end">
          <ClassSelect value={className} onChange={setClassName} />
          <SegmentedControl<Whom>
            aria-label={text.owner}
            value={whom}
            onChange={setWhom}
            data={[...choicesOf(text.owners)]}
          />
          <Checkbox
            label={text.onlyNew}
            checked={onlyNew}
            mb={6}
            onChange={(event) => setOnlyNew(event.currentTarget.checked)}
          />
        </Group>
        <Group justify="space-between">
          <Text size="sm" fw={700} role="status">
            {data && text.count(total)}
          </Text>
          <Button
            leftSection={<Icon name="print" size={16} />}
            disabled={total === 0}
            onClick={() => void printCards({ filters })}
          >
            {text.make}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};

type Table = keyof typeof text.tables;
type LedgerState = keyof typeof text.states;

const LedgersPanel = (): JSX.Element => {
  const [className, setClassName] = useState<string | null>(null);
  const [table, setTable] = useState<Table>('1');
  const [state, setState] = useState<LedgerState>('all');
  const [blank, setBlank] = useState(false);
  const [rows, setRows] = useState(25);
  const make = async (): Promise<void> => {
    const made = await showDocument('credentials.printLedger', {
      table: table === '1' ? 1 : 2,
      ...(className !== null && { className }),
      ...(state !== 'all' && !blank && { state }),
      blank,
      blankRows: rows,
    });
    if (made && made.withheld.length > 0) showNotice(text.withheld(made.withheld));
  };
  return (
    <Panel title={text.ledgers}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text.ledgersHint}
        </Text>
        <Group gap="md" align="flex-end">
          <ClassSelect value={className} onChange={setClassName} />
          <SegmentedControl<Table>
            aria-label={text.table}
            value={table}
            onChange={setTable}
            data={[...choicesOf(text.tables)]}
          />
          <SegmentedControl<LedgerState>
            aria-label={text.who}
            value={state}
            onChange={setState}
            disabled={blank}
            data={[...choicesOf(text.states)]}
          />
        </Group>
        <Group gap="md" align="flex-end">
          <Checkbox
            label={text.blank}
            checked={blank}
            mb={6}
            onChange={(event) => setBlank(event.currentTarget.checked)}
          />
          {blank && (
            <NumberInput
              label={text.blankRows}
              w={130}
              min={1}
              max={200}
              clampBehavior="strict"
              value={rows}
              onChange={(next) => typeof next === 'number' && setRows(next)}
            />
          )}
        </Group>
        <Group justify="flex-end">
          <Button leftSection={<Icon name="print" size={16} />} onClick={() => void make()}>
            {text.makeLedger}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};

/** Cards with secrets and ledgers for signatures. */
export const PrintTab = (): JSX.Element => (
  <div className={css['scroll']}>
    <div className={css['narrow']}>
      <CardsPanel />
      <LedgersPanel />
    </div>
  </div>
);
