import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { buttons } from '../../../strings/common.ts';
import { mapping as text } from '../../../strings/marks-import.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { useHotkey } from '../../../ui/hotkeys.ts';
import { Pending } from '../../../ui/index.ts';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import css from './import.module.css';
import { addMapping } from './import-store.ts';
import type { Columns, Field, Kind, Table } from './mapping.ts';
import {
  columnsFor,
  fieldsOf,
  filledRows,
  firstAnswer,
  missingFields,
  valueOf,
} from './mapping.ts';

export interface MappingDialogProps {
  readonly file: string;
  readonly onClose: () => void;
}

/** Rows of the file as they stand, titles above. */
const Source = ({ table }: { readonly table: Table }): JSX.Element => (
  <div className={css['sheet']}>
    <SmallTable
      label={text.source}
      columns={table.columns.map(({ letters, title }, at) => ({
        key: letters,
        title: text.columnOf(letters, title),
        render: (row: readonly string[]) => row[at] ?? '',
      }))}
      rows={filledRows(table).slice(0, 3)}
      rowKey={(row) => row.join('\t')}
      empty={text.noRows}
    />
  </div>
);

interface ChoiceProps {
  readonly table: Table;
  readonly field: Field;
  readonly value: number | undefined;
  readonly onChange: (index: number | null) => void;
}

const FieldChoice = ({ table, field, value, onChange }: ChoiceProps): JSX.Element => (
  <Select
    label={text.fields[field]}
    placeholder={text.none}
    size="xs"
    searchable
    selectFirstOptionOnChange
    clearable
    allowDeselect={false}
    comboboxProps={{ keepMounted: false }}
    data={table.columns.map(({ index, letters, title }) => ({
      value: String(index),
      label: text.columnOf(letters, title),
    }))}
    value={value === undefined ? null : String(value)}
    onChange={(next) => onChange(next === null ? null : Number(next))}
  />
);

interface PreviewProps {
  readonly table: Table;
  readonly kind: Kind;
  readonly columns: Columns;
}

/** The same rows as the program would read them. */
const Reading = ({ table, kind, columns }: PreviewProps): JSX.Element => (
  <div className={css['sheet']}>
    <SmallTable
      label={text.result}
      columns={fieldsOf[kind]
        .filter((field) => columns[field] !== undefined)
        .map((field) => ({
          key: field,
          title: text.fields[field],
          render: (row: readonly string[]) => valueOf(table, row, columns[field]),
        }))}
      rows={filledRows(table).slice(0, 5)}
      rowKey={(row) => row.join('\t')}
      empty={text.noRows}
    />
  </div>
);

const Mapping = ({ table, onClose }: { readonly table: Table; readonly onClose: () => void }) => {
  const [{ kind, columns }, setAnswer] = useState(() => firstAnswer(table));
  const missing = missingFields(kind, columns);
  const setField = (field: Field, index: number | null): void => {
    const { [field]: _old, ...rest } = columns;
    setAnswer({ kind, columns: index === null ? rest : { ...rest, [field]: index } });
  };
  const apply = (): void => {
    if (missing.length > 0) return;
    addMapping({ kind, headerKey: table.headerKey, columns });
    onClose();
  };
  useHotkey('Ctrl+KeyS', apply);
  return (
    <Stack gap="sm">
      <Text size="sm" fw={700}>
        {text.sourceOf(table.sheet, table.headRow)}
      </Text>
      <Source table={table} />
      <Group gap="sm">
        <Text size="sm" fw={700}>
          {text.holds}
        </Text>
        <SegmentField<Kind>
          name="kind"
          label={text.holds}
          value={kind}
          onChange={(next) =>
            setAnswer({
              kind: next,
              columns: columnsFor(next, { ...table.guess.columns, ...columns }),
            })
          }
          choices={choicesOf(text.kinds)}
        />
        {table.remembered && (
          <Text size="xs" c="dimmed">
            {text.remembered}
          </Text>
        )}
      </Group>
      <div className={css['fields']}>
        {fieldsOf[kind].map((field) => (
          <FieldChoice
            key={field}
            table={table}
            field={field}
            value={columns[field]}
            onChange={(index) => setField(field, index)}
          />
        ))}
      </div>
      <Text size="sm" fw={700}>
        {text.result}
      </Text>
      <Reading table={table} kind={kind} columns={columns} />
      <div className={css['foot']}>
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {missing.length > 0 && text.missing(missing.map((field) => text.fields[field]))}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onClose}>
            {buttons.cancel}
          </Button>
          <Button disabled={missing.length > 0} onClick={apply}>
            {text.apply}
          </Button>
        </Group>
      </div>
    </Stack>
  );
};

const Tables = ({
  tables,
  onClose,
}: {
  readonly tables: readonly Table[];
  readonly onClose: () => void;
}): JSX.Element => {
  const [at, setAt] = useState(0);
  const table = tables[at];
  return (
    <Stack gap="sm">
      {tables.length > 1 && (
        <Select
          label={text.table}
          w={320}
          allowDeselect={false}
          data={tables.map(({ sheet, headRow }, index) => ({
            value: String(index),
            label: text.sourceOf(sheet, headRow),
          }))}
          value={String(at)}
          onChange={(next) => setAt(Number(next))}
        />
      )}
      {table && <Mapping key={at} table={table} onClose={onClose} />}
    </Stack>
  );
};

/** Which column of an unknown table is what; remembered by its row of titles. */
export const MappingDialog = ({ file, onClose }: MappingDialogProps): JSX.Element => {
  const query = useOperation('marks.describeTable', { file });
  return (
    <Modal
      opened
      onClose={onClose}
      title={query.data ? text.title(query.data.fileName) : text.opening}
      size={980}
      closeOnClickOutside={false}
    >
      <Pending query={query}>
        {({ tables }) => <Tables tables={tables} onClose={onClose} />}
      </Pending>
    </Modal>
  );
};
