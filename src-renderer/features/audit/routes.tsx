import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { audit as text } from '../../strings/audit.ts';

export const screens: Screens = [
  {
    path: '/history',
    title: text.title,
    icon: 'history',
    group: 'service',
    order: 910,
    component: lazy(() => import('./AuditScreen.tsx')),
  },
];
