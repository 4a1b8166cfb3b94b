import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { appeals as text } from '../../strings/appeals.ts';

export const screens: Screens = [
  {
    path: '/appeals',
    title: text.title,
    icon: 'appeal',
    group: 'main',
    order: 50,
    shortcut: 'Alt+Digit6',
    component: lazy(() => import('./AppealsScreen.tsx')),
    actions: [
      { title: text.newAppeal, to: '/appeals/new' },
      { title: text.overdueList, to: '/appeals?show=overdue' },
      { title: text.printJournal, to: '/appeals?print=1' },
      { title: text.worker, to: '/appeals/worker' },
    ],
  },
  {
    path: '/appeals/new',
    title: text.newAppeal,
    component: lazy(() => import('./NewAppealScreen.tsx')),
  },
  {
    path: '/appeals/worker',
    title: text.worker,
    component: lazy(() => import('./WorkerScreen.tsx')),
  },
  {
    path: '/appeals/:id',
    title: text.card,
    component: lazy(() => import('./AppealScreen.tsx')),
  },
];
