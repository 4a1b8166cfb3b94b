import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { home as text, wizard } from '../../strings/home.ts';

export const screens: Screens = [
  {
    path: '/',
    title: text.title,
    icon: 'home',
    group: 'main',
    order: 10,
    shortcut: 'Alt+Digit1',
    component: lazy(() => import('./HomeScreen.tsx')),
  },
  {
    path: '/start',
    title: wizard.title,
    component: lazy(() => import('./wizard/WizardScreen.tsx')),
    actions: [{ title: wizard.title, to: '/start' }],
  },
];
