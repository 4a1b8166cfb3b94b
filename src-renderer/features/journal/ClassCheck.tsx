import { Button, Checkbox, Loader, Text, Anchor } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { JournalPeriodKeyChoice, JournalGapRow } from '../../../src-main/contract/journal.ts';
import { useOperation } from '../../api/hooks.ts';
import { messageOf } from '../../api/toasts.tsx';
import { states as stateText } from '../../strings/common.ts';
import { gaps as text, gapsSummary, gapText } from '../../strings/journal.ts';
import { Icon } from '../../ui/index.ts';
import css from './journal.module.css';
import type { GapPlace } from './links.ts';
import type { JournalRef } from './periods-of-classes.ts';
import { journalName } from './periods-of-classes.ts';
import { gapLink } from './links.ts';

interface GapListProps extends GapPlace {
  readonly gaps: readonly JournalGapRow[];
}

/** What the journal lacks, subject by subject; each line leads to where it is mended. */
const GapList = ({ gaps, classId, from }: GapListProps): JSX.Element => {
  const groups = Map.groupBy(gaps, ({ subject }) => subject ?? text.ofClass);
  return (
    <ul className={css['gaps']}>
      {[...groups].map(([subject, own]) => (
        <li key={subject}>
          <b>{subject}</b>
          {': '}
          {own.map((gap, at) => (
            <span key={gap.kind}>
              {at > 0 && '; '}
              <Anchor
                component={Link}
                href={gapLink(gap, { classId, from })}
                title={text.open(subject)}
              >
                {gapText(gap)}
              </Anchor>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
};

interface FoundProps {
  readonly journal: Pick<
    JournalRef,
    'classId' | 'className' | 'studentId' | 'studentName' | 'extract'
  >;
  readonly period: JournalPeriodKeyChoice;
  /** The gaps are shown at once, not on demand. */
  readonly isOpen: boolean;
}

const Found = ({ journal, period, isOpen }: FoundProps): JSX.Element => {
  const { classId, studentId, extract } = journal;
  const [asked, setAsked] = useState<boolean | null>(null);
  const { data, error } = useOperation('journal.check', {
    journals: [{ classId, studentId, extract }],
    period,
  });
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
        aria-label={text.show(gaps.length, journalName(journal))}
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
      label={journalName(found.journal)}
      checked={chosen}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
    {chosen && <Found {...found} />}
  </li>
);
