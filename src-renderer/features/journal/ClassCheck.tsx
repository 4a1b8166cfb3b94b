import { Button, Checkbox, Loader, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { JournalPeriodKeyChoice } from '../../../src-main/contract/journal.ts';
import { useOperation } from '../../api/hooks.ts';
import { messageOf } from '../../api/toasts.tsx';
import { states as stateText } from '../../strings/common.ts';
import { gaps as text, gapsSummary } from '../../strings/journal.ts';
import { Icon } from '../../ui/index.ts';
import { GapList } from './GapList.tsx';
import css from './journal.module.css';

interface FoundProps {
  readonly classId: number;
  readonly className: string;
  readonly period: JournalPeriodKeyChoice;
  /** The gaps are shown at once, not on demand. */
  readonly isOpen: boolean;
}

const Found = ({ classId, className, period, isOpen }: FoundProps): JSX.Element => {
  const [asked, setAsked] = useState<boolean | null>(null);
  const { data, error } = useOperation('journal.check', { classIds: [classId], period });
  if (error) return <Text size="sm">{messageOf(error)}</Text>;
  const check = data?.checks[0];
  if (!check) return <Loader size={14} aria-label={stateText.loading} />;
  const { gaps, subjects, lessons, from } = check;
  const shown = asked ?? isOpen;
  if (gaps.length === 0)
    return (
      <span className={css['fine']}>
        <Icon name="check" size={14} />
        {text.none}: {text.size(subjects, lessons)}
      </span>
    );
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={shown}
        aria-label={text.show(gaps.length, className)}
        leftSection={<Icon name={shown ? 'chevronDown' : 'chevronRight'} size={14} />}
        onClick={() => setAsked(!shown)}
      >
        {text.count(gaps.length)}
      </Button>{' '}
      <span className={css['soft']}>{gapsSummary(gaps)}</span>
      {shown && <GapList gaps={gaps} classId={classId} from={from} />}
    </div>
  );
};

export interface ClassCheckProps extends FoundProps {
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** A class to print: chosen or not, and what its journal lacks. */
export const ClassCheck = ({ chosen, onChoose, ...found }: ClassCheckProps): JSX.Element => (
  <li className={css['classLine']}>
    <Checkbox
      label={found.className}
      checked={chosen}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
    {chosen && <Found {...found} />}
  </li>
);
