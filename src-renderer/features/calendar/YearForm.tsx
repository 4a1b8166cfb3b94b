import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { Pending } from '../../ui/index.ts';
import type { YearEditorProps } from './YearEditor.tsx';
import { YearEditor } from './YearEditor.tsx';

export interface YearFormProps extends Pick<YearEditorProps, 'onSaved' | 'submitLabel'> {
  readonly startYear: number;
  /** A year not stored yet is prefilled. */
  readonly isStored: boolean;
}

/** The stored year or, before it is stored, the usual one to start from. */
export const YearForm = ({ startYear, isStored, ...rest }: YearFormProps): JSX.Element => {
  const stored = useOperation('calendar.get', { startYear }, { enabled: isStored });
  const usual = useOperation('calendar.prefill', { startYear }, { enabled: !isStored });
  return (
    <Pending query={isStored ? stored : usual}>
      {(plan) => (
        <YearEditor key={`${startYear} ${isStored}`} plan={plan} isStored={isStored} {...rest} />
      )}
    </Pending>
  );
};
