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
  const own = overview.classes.filter(({ studentId }) => studentId !== null);
  return (
    <div className={css['register']}>
      <Text size="sm" c="dimmed">
        {text.rule}
      </Text>
      <NoTerms overview={overview} />
      {groupsOf(overview.classes.filter(({ studentId }) => studentId === null)).map((group) => (
        <RegisterGrid key={group.titles.join('|')} group={group} onOpen={onOpen} />
      ))}
      {own.length > 0 && (
        <>
          <Text fw={700} size="sm">
            {text.own}
          </Text>
          {groupsOf(own).map((group) => (
            <RegisterGrid key={group.titles.join('|')} group={group} onOpen={onOpen} />
          ))}
        </>
      )}
    </div>
  );
};
