import { Modal, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { SheetRules, SheetSelection } from '../../../../src-main/contract/sheets-fields.ts';
import { runJob } from '../../../api/jobs.ts';
import { useOperation } from '../../../api/hooks.ts';
import { SheetPreview, useLiveSheet, usePreview } from '../../../print/index.ts';
import { run as text } from '../../../strings/sheets.ts';
import { Pending } from '../../../ui/index.ts';
import { useIsOnTop } from '../parts.tsx';
import css from '../sheets.module.css';
import { LookFields } from './LookFields.tsx';
import type { Already } from './Refusals.tsx';
import { RunButtons } from './RunButtons.tsx';
import { RunFacts } from './RunFacts.tsx';

export type Look = Pick<SheetRules, 'layout' | 'homework' | 'averages'>;

export interface RunDialogProps {
  readonly title: string;
  readonly selection: SheetSelection;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const Run = ({
  selection,
  rules,
  onDone,
  onClose,
}: RunDialogProps & { readonly rules: SheetRules }): JSX.Element => {
  const { layout, homework, averages } = rules;
  const [look, setLook] = useState<Look>({ layout, homework, averages });
  const [already, setAlready] = useState<Already>('copy');
  const asked = { selection, ...look };
  const check = useOperation('sheets.check', asked, { keepPrevious: true });
  const first = useLiveSheet('sheets.preview', { ...asked, first: 1 });
  const { make, open } = usePreview();
  const isRefused = (check.data?.refused.length ?? 0) > 0;
  const print = async (): Promise<void> => {
    const made = await runJob(
      'sheets.issue',
      { ...asked, already: isRefused ? already : 'refuse' },
      { title: text.printing, success: ({ issued, copies }) => text.done(issued, copies) },
    );
    if (!made) return;
    onDone();
    open({ document: made.document, title: made.title });
  };
  return (
    <Stack gap="md">
      <div className={css['run']}>
        <Stack gap="md">
          <LookFields look={look} onChange={setLook} />
          <RunFacts
            check={check}
            preview={first.data ?? null}
            already={already}
            onAlready={setAlready}
          />
        </Stack>
        {!check.error && <SheetPreview query={first} label={text.page} title={text.first} />}
      </div>
      <RunButtons
        check={check.data ?? null}
        already={already}
        onPreview={() => void make('sheets.preview', asked)}
        onPrint={() => void print()}
        onClose={onClose}
      />
    </Stack>
  );
};

/** What would be printed, how it looks and what is refused; only «print» keeps and counts it. */
export const RunDialog = (props: RunDialogProps): JSX.Element => {
  const settings = useOperation('settings.get', {});
  const isOnTop = useIsOnTop();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={860}
      closeOnClickOutside={false}
      closeOnEscape={isOnTop}
    >
      <Pending query={settings}>
        {({ sheets }) => <Run key={props.title} {...props} rules={sheets} />}
      </Pending>
    </Modal>
  );
};
