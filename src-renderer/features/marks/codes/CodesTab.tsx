import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { codes as text } from '../../../strings/marks-codes.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import { Panel, Pending } from '../../../ui/index.ts';
import { mayLeave } from '../../../ui/leaving.ts';
import { useCodeTables } from '../CodeTableField.tsx';
import css from './codes.module.css';
import { CodeTableForm } from './CodeTableForm.tsx';
import type { CodeTable } from './CodeTableForm.tsx';
import { UnknownCodes } from './UnknownCodes.tsx';

/** `null`: a table that is being made. */
type Chosen = number | null;

const List = ({
  tables,
  chosen,
  onChoose,
}: {
  readonly tables: readonly CodeTable[];
  readonly chosen: Chosen;
  readonly onChoose: (id: Chosen) => void;
}): JSX.Element => (
  <Panel
    title={text.tables}
    actions={<AddButton label={text.newTable} onClick={() => onChoose(null)} />}
  >
    <Stack gap={2}>
      {tables.map(({ id, name, used }) => (
        <button
          key={id}
          type="button"
          className={css['item']}
          aria-current={id === chosen}
          onClick={() => onChoose(id)}
        >
          <span>{name}</span>
          <small>{text.used(used)}</small>
        </button>
      ))}
    </Stack>
  </Panel>
);

const Editor = ({ tables }: { readonly tables: readonly CodeTable[] }): JSX.Element => {
  const [chosen, setChosen] = useState<Chosen>(tables[0]?.id ?? null);
  const [offered, setOffered] = useState<{ readonly code: string; readonly at: number } | null>(
    null,
  );
  // A table that was deleted, or whose making was undone, is not there any more.
  const table = tables.find(({ id }) => id === chosen) ?? (chosen === null ? null : tables[0]);
  const choose = async (id: Chosen): Promise<void> => {
    if (!(await mayLeave())) return;
    setOffered(null);
    setChosen(id);
  };
  return (
    <div className={css['columns']}>
      <Stack gap="sm">
        <List tables={tables} chosen={table?.id ?? null} onChoose={(id) => void choose(id)} />
        <UnknownCodes onAdd={(code) => setOffered({ code, at: Date.now() })} />
      </Stack>
      <CodeTableForm
        key={table?.id ?? 'new'}
        table={table ?? null}
        offered={offered}
        onSaved={setChosen}
      />
    </div>
  );
};

/** Tables of codes: what letters of each source mean. */
export const CodesTab = (): JSX.Element => {
  const query = useCodeTables();
  return (
    <div className={css['scroll']}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw={820}>
          {text.intro}
        </Text>
        <Pending query={query}>{({ rows }) => <Editor tables={rows} />}</Pending>
      </Stack>
    </div>
  );
};
