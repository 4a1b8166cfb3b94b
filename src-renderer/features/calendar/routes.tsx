import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { calendar as text } from '../../strings/calendar.ts';

export const screens: Screens = [
  {
    path: '/calendar',
    title: text.title,
    icon: 'calendar',
    group: 'service',
    order: 110,
    component: lazy(() => import('./CalendarScreen.tsx')),
  },
];
