import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { absences as text } from '../../strings/absences.ts';

export const screens: Screens = [
  {
    path: '/absences',
    title: text.title,
    icon: 'absence',
    group: 'main',
    order: 60,
    shortcut: 'Alt+Digit7',
    component: lazy(() => import('./AbsencesScreen.tsx')),
    actions: [
      { title: text.newAbsence, to: '/absences?new=1' },
      { title: text.overList, to: '/absences?tab=over' },
    ],
  },
];
