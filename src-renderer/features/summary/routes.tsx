import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { summary as text } from '../../strings/summary.ts';

export const screens: Screens = [
  {
    path: '/summary',
    title: text.title,
    icon: 'report',
    group: 'main',
    order: 90,
    shortcut: 'Alt+Digit0',
    component: lazy(() => import('./SummaryScreen.tsx')),
    actions: [{ title: text.versionsTitle, to: '/summary/versions' }],
  },
  {
    path: '/summary/versions',
    title: text.versionsTitle,
    component: lazy(() => import('./VersionsScreen.tsx')),
  },
  {
    path: '/summary/versions/:id',
    title: text.versionCard,
    component: lazy(() => import('./VersionScreen.tsx')),
  },
  {
    path: '/summary/rows/:figure',
    title: text.rowsTitle,
    component: lazy(() => import('./RowsScreen.tsx')),
  },
];
