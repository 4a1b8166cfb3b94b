import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { certifyObstacle } from '../../../src-main/domain/journal.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { card as text } from '../../strings/journal.ts';
import { Icon, Pending, StatusBadge, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { CertifyDialog } from './CertifyDialog.tsx';
import type { JournalRef } from './periods-of-classes.ts';
import { journalName } from './periods-of-classes.ts';

type PrintRow = OperationOutput<'journal.listPrints'>['rows'][number];

const Certified = ({
  print,
  onCertify,
}: {
  readonly print: PrintRow;
  readonly onCertify: (print: PrintRow) => void;
}): JSX.Element => {
  const { certifiedOn, certifiedBy, printedOn, allowedBy, allowedReason } = print;
  const obstacle = certifyObstacle(print);
  if (obstacle === 'certified')
    return (
      <>
        <div>{text.by(showDate(certifiedOn), certifiedBy ?? '')}</div>
        {allowedBy !== null && <div>{text.allowed(allowedBy, allowedReason ?? '')}</div>}
      </>
    );
  if (obstacle === 'early') return <StatusBadge tone="warning">{text.early}</StatusBadge>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={text.certifyOf(showDate(printedOn))}
      onClick={() => onCertify(print)}
    >
      {text.certify}
    </Button>
  );
};

const columnsOf = (onCertify: (print: PrintRow) => void): readonly SmallColumn<PrintRow>[] => [
  {
    key: 'printedOn',
    title: text.printedOn,
    width: 100,
    render: ({ printedOn }) => showDate(printedOn),
  },
  { key: 'leaves', title: text.leaves, width: 70, align: 'right', render: ({ leaves }) => leaves },
  { key: 'pages', title: text.pages, width: 80, align: 'right', render: ({ pages }) => pages },
  {
    key: 'gaps',
    title: text.gaps,
    width: 90,
    align: 'right',
    render: ({ gapCount }) => gapCount,
  },
  {
    key: 'certified',
    title: text.certified,
    render: (print) => <Certified print={print} onCertify={onCertify} />,
  },
];

export interface JournalDialogProps {
  readonly journal: JournalRef;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** One journal: look, print, certify, and every print it has had. */
export const JournalDialog = ({ journal, onPrint, onClose }: JournalDialogProps): JSX.Element => {
  const { classId, studentId, extract, period, title } = journal;
  const [certified, setCertified] = useState<PrintRow | null>(null);
  const query = useOperation('journal.listPrints', {
    filters: {
      classId,
      period,
      extract,
      ...(studentId === null ? { own: false } : { studentId }),
    },
  });
  return (
    <Modal opened onClose={onClose} title={text.title(journalName(journal), title)} size="lg">
      <Stack gap="sm">
        <Group gap="xs">
          <Button leftSection={<Icon name="print" size={16} />} onClick={onPrint} data-autofocus>
            {text.print}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="eye" size={14} />}
            onClick={() =>
              void showDocument('journal.preview', { classId, studentId, extract, period })
            }
          >
            {text.preview}
          </Button>
        </Group>
        <Text fw={700} size="sm">
          {text.prints}
        </Text>
        <Pending query={query}>
          {({ rows }) => (
            <SmallTable
              label={text.prints}
              columns={columnsOf(setCertified)}
              rows={rows}
              rowKey={({ id }) => id}
              empty={text.noPrints}
            />
          )}
        </Pending>
      </Stack>
      {certified && <CertifyDialog print={certified} onClose={() => setCertified(null)} />}
    </Modal>
  );
};
