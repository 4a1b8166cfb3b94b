import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { RadioField } from '../../../ui/form/index.ts';
import { Icon } from '../../../ui/index.ts';
import css from '../sheets.module.css';

type Refused = OperationOutput<'sheets.check'>['refused'];

/** What a family gets whose second, different sheet the law does not allow (S2 §7). */
export type Already = 'copy' | 'skip';

const choices = [
  { value: 'copy', label: text.copy },
  { value: 'skip', label: text.skip },
] as const;

/** More names than this would hide the buttons of the dialog. */
const shown = 20;

export interface RefusalsProps {
  readonly refused: Refused;
  readonly already: Already;
  readonly onChange: (already: Already) => void;
}

/** The core's explanation for each student, and the offer of a copy. */
export const Refusals = ({ refused, already, onChange }: RefusalsProps): JSX.Element => (
  <Alert color="orange" icon={<Icon name="warning" />} title={text.refusedTitle(refused.length)}>
    <div className={css['reasons']} role="region" aria-label={text.why} tabIndex={0}>
      <ul>
        {refused.slice(0, shown).map(({ studentId, week, recipient, message }) => (
          <li key={`${studentId} ${week} ${recipient ?? ''}`}>{message}</li>
        ))}
        {refused.length > shown && <li>{text.more(refused.length - shown)}</li>}
      </ul>
    </div>
    <RadioField
      name="already"
      label={text.what}
      value={already}
      onChange={(value) => value && onChange(value)}
      choices={choices}
    />
  </Alert>
);
