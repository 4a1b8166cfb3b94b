import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screen as text } from '../../strings/control.ts';

export const screens: Screens = [
  {
    path: '/control',
    title: text.title,
    icon: 'chart',
    group: 'progress',
    order: 48,
    component: lazy(() => import('./ControlScreen.tsx')),
    actions: [
      { title: text.heat, to: '/control?tab=heat' },
      { title: text.faults, to: '/control?tab=faults' },
      { title: text.loads, to: '/control?tab=loads' },
    ],
  },
];
