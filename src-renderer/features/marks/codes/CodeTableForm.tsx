import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { runCommand } from '../../../api/commands.ts';
import { codes as text, meanings } from '../../../strings/marks-codes.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import { ChoiceField, Form, TextField, choicesOf, useOfficeForm } from '../../../ui/form/index.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Panel, confirm } from '../../../ui/index.ts';
import css from './codes.module.css';

export type CodeTable = OperationOutput<'marks.listCodeTables'>['rows'][number];

type Meaning = keyof typeof meanings;

interface CodeLine {
  readonly code: string;
  readonly meaning: Meaning | null;
}

export interface CodeTableFormProps {
  /** Null makes a table. */
  readonly table: CodeTable | null;
  /** A code nobody explains yet, to be added; `at` tells one press of the button from another. */
  readonly offered: { readonly code: string; readonly at: number } | null;
  readonly onSaved: (id: number) => void;
}

const remove = async ({ id, name }: CodeTable): Promise<void> => {
  const sure = await confirm({
    title: text.removeTitle,
    message: text.removeQuestion(name),
    confirm: text.remove,
    danger: true,
  });
  if (sure) await runCommand('marks.deleteCodeTable', { id }, { success: text.removed });
};

const Remove = ({ table }: { readonly table: CodeTable }): JSX.Element =>
  table.deletable ? (
    <Button variant="subtle" color="red" onClick={() => void remove(table)}>
      {text.remove}
    </Button>
  ) : (
    <Text size="xs" c="dimmed" maw={320}>
      {text.notDeletable}
    </Text>
  );

const linesOf = (table: CodeTable | null): readonly CodeLine[] =>
  table?.codes ?? [{ code: '', meaning: null }];

/** A table of codes: its name and what each code means. */
export const CodeTableForm = ({ table, offered, onSaved }: CodeTableFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'marks.saveCodeTable',
    initial: {
      id: table?.id ?? null,
      name: table?.name ?? '',
      codes: linesOf(table),
    },
    success: ({ recoded }) => text.saved(recoded),
    onSaved: ({ id }) => onSaved(id),
  });
  const add = (code: string): void =>
    form.mantine.insertListItem('codes', { code, meaning: null } satisfies CodeLine);
  useEffect(() => {
    if (offered) add(offered.code);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each press of the button
  }, [offered?.at]);
  return (
    <Panel title={table?.name ?? text.newTable}>
      <Form form={form} actions={table && <Remove table={table} />}>
        <TextField
          {...form.field('name')}
          label={text.name}
          description={text.nameHint}
          required
          width={360}
          autoFocus={table === null}
        />
        <Stack gap={6}>
          <div className={css['code']}>
            <Text size="sm" fw={700}>
              {text.code}
            </Text>
            <Text size="sm" fw={700}>
              {text.meaning}
            </Text>
          </div>
          {form.values.codes.map(({ code }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
            <div key={index} className={css['code']}>
              <TextField
                {...form.field(`codes.${index}.code`)}
                aria-label={text.codeOf(index + 1)}
                maxLength={10}
              />
              <ChoiceField
                {...form.field(`codes.${index}.meaning`)}
                aria-label={text.meaningOf(index + 1)}
                choices={choicesOf(meanings)}
              />
              <IconButton
                icon="close"
                label={text.removeCode(code)}
                onClick={() => form.mantine.removeListItem('codes', index)}
              />
            </div>
          ))}
          <Group>
            <AddButton label={text.addCode} onClick={() => add('')} />
          </Group>
        </Stack>
      </Form>
    </Panel>
  );
};
