import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screen as text } from '../../strings/journal.ts';
import { journalLink } from './links.ts';

export const screens: Screens = [
  {
    path: journalLink,
    title: text.title,
    icon: 'book',
    group: 'progress',
    order: 44,
    component: lazy(() => import('./JournalScreen.tsx')),
    actions: [{ title: text.printAction, to: `${journalLink}?print=1` }],
  },
];
