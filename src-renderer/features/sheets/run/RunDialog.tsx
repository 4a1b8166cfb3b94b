import { Modal, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import type { SheetRules, SheetSelection } from '../../../../src-main/contract/sheets-fields.ts';
import { useOperation } from '../../../api/hooks.ts';
import type { Recording } from '../../../printing/index.ts';
import {
  SheetPreview,
  recordingBy,
  showDocument,
  useIsOnTop,
  useLiveSheet,
} from '../../../printing/index.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { Pending } from '../../../ui/index.ts';
import css from '../sheets.module.css';
import { LookFields } from './LookFields.tsx';
import type { Already } from './Refusals.tsx';
import { RunButtons } from './RunButtons.tsx';
import type { Check } from './RunFacts.tsx';
import { RunFacts } from './RunFacts.tsx';
import { chosenEmpty } from './WithoutData.tsx';

/** Whose sheets have homework in this run. */
export type HomeworkChoice = 'settings' | 'all' | 'none';

export type Look = Pick<SheetRules, 'layout' | 'averages'> & { readonly homework: HomeworkChoice };

/** The look as the core is asked for it. */
const askedLook = ({ homework, ...look }: Look) => ({
  ...look,
  ...(homework !== 'settings' && { homework: homework === 'all' }),
});

export interface RunDialogProps {
  readonly title: string;
  readonly selection: SheetSelection;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const countOf = (check: Check | undefined, already: Already, empty: number): number =>
  check === undefined
    ? 0
    : check.fresh +
      check.corrected +
      check.copies +
      empty +
      (already === 'copy' ? check.refused.length : 0);

type Prepared = OperationOutput<'sheets.prepare'>;

/** A run is recorded when it is printed. */
const recordingOf = (
  { print, fresh, corrected, copies }: Prepared,
  onDone: () => void,
): Recording =>
  recordingBy('sheets.issue', {
    what: text.toRecord(fresh, corrected, copies),
    ticket: print,
    title: text.recording,
    success: (made) => text.done(made.issued, made.copies),
    onDone,
  });

const Run = ({
  selection,
  rules,
  onDone,
  onClose,
}: RunDialogProps & { readonly rules: SheetRules }): JSX.Element => {
  const { layout, averages } = rules;
  const [look, setLook] = useState<Look>({ layout, homework: 'settings', averages });
  const [chosen, setChosen] = useState<Already>('copy');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const wanted = { selection, ...askedLook(look) };
  const check = useOperation('sheets.check', wanted, { keepPrevious: true });
  const already = (check.data?.refused.length ?? 0) > 0 ? chosen : ('refuse' as const);
  const empty = chosenEmpty(check.data?.withoutData ?? [], ticked).map(({ studentId, week }) => ({
    studentId,
    week,
  }));
  const count = countOf(check.data, chosen, empty.length);
  const asked = { ...wanted, already, empty };
  const first = useLiveSheet('sheets.preview', count > 0 ? { ...asked, first: 1 } : null);
  const print = (): Promise<unknown> =>
    showDocument('sheets.prepare', asked, {
      title: text.preparing,
      recording: (made) => recordingOf(made, onDone),
    });
  return (
    <Stack gap="md">
      <div className={css['run']}>
        <Stack gap="md">
          <LookFields look={look} rules={rules} onChange={setLook} />
          <RunFacts
            check={check}
            preview={first.data ?? null}
            already={chosen}
            onAlready={setChosen}
            ticked={ticked}
            onTicked={setTicked}
          />
        </Stack>
        {count > 0 && (
          <SheetPreview query={first} label={text.page} title={text.first} printable={false} />
        )}
      </div>
      <RunButtons
        check={check.data ?? null}
        count={count}
        onPrint={() => void print()}
        onClose={onClose}
      />
    </Stack>
  );
};

/** What would be printed, how it looks and what is refused; it is kept once it is printed. */
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
