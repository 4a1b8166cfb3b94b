import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { StatementRow } from '../../../src-main/contract/statements-fields.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { statements as text } from '../../strings/statements.ts';
import { Icon, navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { noChoices, statementColumns } from './columns.tsx';
import { newStatementLink, statementLink } from './links.ts';

const initial = { sort: { column: 'number', descending: true } };

/** The journal of statements; a selection prints as one document. */
export const StatementList = (): JSX.Element => {
  const choices = useOperation('statements.choices', {}).data ?? noChoices;
  const columns = useMemo(() => statementColumns(choices), [choices]);
  const [chosen, setChosen] = useState<readonly StatementRow[]>([]);
  const printChosen = (): void =>
    void showDocument('statements.printMany', { ids: chosen.map(({ id }) => id) });
  return (
    <DataTable
      operation="statements.list"
      title={text.listTab}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(statementLink(row.id))}
      selection={{ rows: chosen, onChange: setChosen }}
      initial={initial}
      actions={
        chosen.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="print" size={14} />}
            onClick={printChosen}
          >
            {text.printSelected(chosen.length)}
          </Button>
        )
      }
      empty={{
        title: text.empty,
        hint: text.emptyHint,
        action: <Button onClick={() => navigate(newStatementLink())}>{text.newStatement}</Button>,
      }}
    />
  );
};
