import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { empty as text } from '../../strings/control.ts';
import { EmptyState, navigate } from '../../ui/index.ts';
import { importLink } from '../marks/links.ts';
import css from './control.module.css';

/** No lesson at all in the period. */
export const NothingHere = (): JSX.Element => (
  <div className={css['center']}>
    <EmptyState
      icon="chart"
      title={text.title}
      hint={text.hint}
      action={
        <Button variant="default" onClick={() => navigate(importLink)}>
          {text.action}
        </Button>
      }
    />
  </div>
);
