import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { settings as text } from '../../strings/settings.ts';

export const screens: Screens = [
  {
    path: '/settings',
    title: text.title,
    icon: 'settings',
    group: 'service',
    order: 900,
    component: lazy(() => import('./SettingsScreen.tsx')),
  },
];
