import { Anchor } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { JournalGapRow } from '../../../src-main/contract/journal.ts';
import { gaps as text, gapText } from '../../strings/journal.ts';
import css from './journal.module.css';
import type { GapPlace } from './links.ts';
import { gapLink } from './links.ts';

export interface GapListProps extends GapPlace {
  readonly gaps: readonly JournalGapRow[];
}

/** What the journal lacks, subject by subject; each line leads to where it is mended. */
export const GapList = ({ gaps, classId, from }: GapListProps): JSX.Element => {
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
