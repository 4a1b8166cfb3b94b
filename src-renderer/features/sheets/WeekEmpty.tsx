import { Alert, Button } from '@mantine/core';
import type { JSX } from 'react';
import { empty as text } from '../../strings/sheets.ts';
import { EmptyState, Icon, navigate, todayIso } from '../../ui/index.ts';
import type { EmptyList } from '../../ui/lists/DataTable.tsx';
import { paperLink } from '../statements/links.ts';
import type { Place } from './links.ts';
import css from './sheets.module.css';

type Go = (change: Partial<Place>) => void;

/** A week wholly of holidays owes nothing. */
export const HolidayWeek = ({
  suggested,
  go,
}: {
  readonly suggested: string | null;
  readonly go: Go;
}): JSX.Element => (
  <div className={css['center']}>
    <EmptyState
      icon="calendar"
      title={text.holidays}
      hint={text.holidaysHint}
      action={
        suggested !== null && (
          <Button variant="default" onClick={() => go({ week: suggested, status: null })}>
            {text.toWork}
          </Button>
        )
      }
    />
  </div>
);

/** A week to come may be looked at, not printed. */
export const NotBegun = ({ week }: { readonly week: string }): JSX.Element | null =>
  week <= todayIso() ? null : (
    <Alert color="office" icon={<Icon name="info" />}>
      {text.notBegun}
    </Alert>
  );

/** What the list says without rows: nobody is on paper, or nobody of what was asked for. */
export const emptyList = ({ status, classId }: Place, go: Go): EmptyList =>
  status === null && classId === null
    ? {
        title: text.nobody,
        hint: text.nobodyHint,
        action: <Button onClick={() => navigate(paperLink)}>{text.statements}</Button>,
      }
    : {
        title: text.status,
        hint: text.statusHint,
        action: (
          <Button variant="default" onClick={() => go({ status: null, classId: null })}>
            {text.all}
          </Button>
        ),
      };
