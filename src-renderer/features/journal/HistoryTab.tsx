import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { certifyObstacle } from '../../../src-main/domain/journal.ts';
import { history as text, screen } from '../../strings/journal.ts';
import { choicesOf } from '../../ui/form/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable, yesNo } from '../../ui/lists/index.ts';
import { CertifyDialog } from './CertifyDialog.tsx';
import css from './journal.module.css';
import type { JournalRef } from './periods-of-classes.ts';

type PrintRow = OperationOutput<'journal.listPrints'>['rows'][number];

const columns: readonly ListColumn<PrintRow>[] = [
  {
    key: 'printedOn',
    title: text.printedOn,
    kind: 'date',
    width: 104,
    sort: 'printedAt',
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  { key: 'className', title: text.class, width: 70, sort: true },
  {
    key: 'studentName',
    title: text.own,
    width: 170,
    filter: { kind: 'choice', key: 'own', choices: yesNo(text.ownWords) },
  },
  {
    key: 'extract',
    title: text.extract,
    width: 90,
    filter: { kind: 'choice', key: 'extract', choices: yesNo(text.extractWords) },
  },
  {
    key: 'title',
    title: text.period,
    width: 120,
    filter: { kind: 'choice', key: 'period', choices: choicesOf(text.periods) },
  },
  { key: 'schoolYear', title: text.year, width: 118, hidden: true },
  { key: 'leaves', title: text.leaves, kind: 'number', width: 78, sort: true },
  { key: 'pages', title: text.pages, kind: 'number', width: 86, hidden: true },
  { key: 'gapCount', title: text.gaps, kind: 'number', width: 96 },
  {
    key: 'early',
    title: text.early,
    width: 100,
    filter: { kind: 'choice', key: 'early', choices: yesNo(text.earlyWords) },
  },
  {
    key: 'certifiedOn',
    title: text.certified,
    kind: 'date',
    width: 112,
    sort: true,
    filter: { kind: 'choice', key: 'certified', choices: yesNo(text.certifiedWords) },
  },
  { key: 'certifiedBy', title: text.by, width: 120, grow: true },
  { key: 'allowedBy', title: text.allowed, width: 150, hidden: true },
];

const initial = { sort: { column: 'printedAt', descending: true } };

export interface HistoryTabProps {
  readonly startYear: number;
  readonly onOpen: (journal: JournalRef) => void;
  readonly onPrint: () => void;
}

/** Every print of the school year: when, how many sheets, who certified it. F8 certifies. */
export const HistoryTab = ({ startYear, onOpen, onPrint }: HistoryTabProps): JSX.Element => {
  const fixed = useMemo(() => ({ startYear }), [startYear]);
  const [certified, setCertified] = useState<PrintRow | null>(null);
  return (
    <div className={css['history']}>
      <DataTable
        operation="journal.listPrints"
        title={text.title}
        columns={columns}
        fixedFilters={fixed}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        rowKeys={{
          F8: (row) => {
            if (certifyObstacle(row) === null) setCertified(row);
          },
        }}
        initial={initial}
        empty={{
          title: text.empty,
          hint: text.emptyHint,
          action: <Button onClick={onPrint}>{screen.print}</Button>,
        }}
      />
      {certified && <CertifyDialog print={certified} onClose={() => setCertified(null)} />}
    </div>
  );
};
