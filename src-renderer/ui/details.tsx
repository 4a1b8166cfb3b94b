import { Badge } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { states } from '../strings/common.ts';
import css from './pieces.module.css';

export interface DescriptionListProps {
  /** Term and description; an empty description shows a dash. */
  readonly items: readonly (readonly [term: string, description: ReactNode])[];
}

/** Facts of a card, one under another. */
export const DescriptionList = ({ items }: DescriptionListProps): JSX.Element => (
  <dl className={css['list']}>
    {items.map(([term, description]) => (
      <div key={term} style={{ display: 'contents' }}>
        <dt>{term}</dt>
        <dd>
          {description === null || description === undefined || description === ''
            ? states.nothing
            : description}
        </dd>
      </div>
    ))}
  </dl>
);

export type StatusTone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

const colors: Readonly<Record<StatusTone, string>> = {
  neutral: 'gray',
  info: 'office',
  good: 'green',
  warning: 'orange',
  bad: 'red',
};

/** A state in one or two words; the words carry the meaning, the colour only helps. */
export const StatusBadge = ({
  tone,
  children,
}: {
  readonly tone: StatusTone;
  readonly children: ReactNode;
}): JSX.Element => (
  <Badge color={colors[tone]} variant="light">
    {children}
  </Badge>
);

interface PersonNameParts {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string | null;
}

/** Surname in bold, so that the eye runs down a list by it. */
export const PersonName = ({ person }: { readonly person: PersonNameParts }): JSX.Element => (
  <span>
    <b>{person.lastName}</b> {[person.firstName, person.middleName].filter(Boolean).join(' ')}
  </span>
);
