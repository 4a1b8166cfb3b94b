import { Alert, Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { screen as text } from '../../strings/journal.ts';
import { EmptyState, Icon, navigate } from '../../ui/index.ts';
import css from './journal.module.css';
import type { JournalRef, Overview } from './periods-of-classes.ts';
import { groupsOf } from './periods-of-classes.ts';
import { RegisterGrid } from './RegisterGrid.tsx';

export interface RegisterTabProps {
  readonly overview: Overview;
  readonly onOpen: (journal: JournalRef) => void;
}

const NoTerms = ({ overview }: { readonly overview: Overview }): JSX.Element | null => {
  const bare = overview.classes.filter(({ cells }) => cells.length === 0);
  if (bare.length === 0) return null;
  const names = bare.map(({ className }) => className).join(', ');
  return (
    <Alert color="orange" icon={<Icon name="warning" />}>
      {text.noTerms(names)}{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => navigate('/calendar')}>
        {text.toCalendar}
      </Button>
    </Alert>
  );
};

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly rows: Overview['classes'];
  readonly onOpen: (journal: JournalRef) => void;
}

/** Journals of single pupils under their title; nothing where there are none. */
const Section = ({ title, hint, rows, onOpen }: SectionProps): JSX.Element | null => {
  if (rows.length === 0) return null;
  return (
    <>
      <div>
        <Text fw={700} size="sm">
          {title}
        </Text>
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      {groupsOf(rows).map((group) => (
        <RegisterGrid key={group.titles.join('|')} group={group} onOpen={onOpen} />
      ))}
    </>
  );
};

/** Classes × periods: what is printed and certified, what is missing. */
export const RegisterTab = ({ overview, onOpen }: RegisterTabProps): JSX.Element => {
  if (overview.classes.length === 0)
    return (
      <div className={css['center']}>
        <EmptyState
          icon="book"
          title={text.noClasses}
          hint={text.noClassesHint}
          action={<Button onClick={() => navigate('/classes')}>{text.toClasses}</Button>}
        />
      </div>
    );
  const { classes } = overview;
  return (
    <div className={css['register']}>
      <Text size="sm" c="dimmed">
        {text.rule}
      </Text>
      <NoTerms overview={overview} />
      {groupsOf(classes.filter(({ studentId }) => studentId === null)).map((group) => (
        <RegisterGrid key={group.titles.join('|')} group={group} onOpen={onOpen} />
      ))}
      <Section
        title={text.own}
        rows={classes.filter(({ studentId, extract }) => studentId !== null && !extract)}
        onOpen={onOpen}
      />
      <Section
        title={text.extracts}
        hint={text.extractsHint}
        rows={classes.filter(({ extract }) => extract)}
        onOpen={onOpen}
      />
    </div>
  );
};
