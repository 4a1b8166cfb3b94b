import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { PreviewCounts } from '../../../src-main/contract/imports.ts';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import { saveOutput } from '../../api/files.ts';
import { runJob } from '../../api/jobs.ts';
import { apply as text } from '../../strings/people-import.ts';
import { Icon } from '../icons.tsx';

export interface RejectedButtonProps {
  readonly preview: { readonly plan: string; readonly counts: PreviewCounts };
  readonly operation: Extract<OperationName, `${string}.rejectedFile`>;
}

/** The rejected rows with the reasons as a file; nothing where every row is good. */
export const RejectedButton = (props: RejectedButtonProps): JSX.Element | null => {
  const { preview, operation } = props;
  const save = async (): Promise<void> => {
    const { plan } = preview;
    const file = await runJob(operation, { plan }, { title: text.saveRejected });
    if (file) await saveOutput(file);
  };
  return preview.counts.rejected === 0 ? null : (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      onClick={() => void save()}
    >
      {text.saveRejected}
    </Button>
  );
};
