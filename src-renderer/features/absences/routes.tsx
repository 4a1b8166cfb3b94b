import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { absences as text } from '../../strings/absences.ts';

const AbsencesScreen = lazy(() => import('./AbsencesScreen.tsx'));

export const screens: Screens = [
  {
    path: '/absences',
    title: text.title,
    icon: 'absence',
    group: 'main',
    order: 60,
    shortcut: 'Alt+Digit7',
    component: AbsencesScreen,
    actions: [
      { title: text.newAbsence, to: '/absences/new' },
      { title: text.overList, to: '/absences?tab=over' },
    ],
  },
  { path: '/absences/new', title: text.newAbsence, component: AbsencesScreen },
];
