import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { home as text, wizard } from '../../strings/home.ts';

/** The program opens here: the code is asked for before the lock has answered. */
const homeScreen = import('./HomeScreen.tsx');

export const screens: Screens = [
  {
    path: '/',
    title: text.title,
    icon: 'home',
    group: 'main',
    order: 10,
    shortcut: 'Alt+Digit1',
    component: lazy(() => homeScreen),
  },
  {
    path: '/start',
    title: wizard.title,
    component: lazy(() => import('./wizard/WizardScreen.tsx')),
    actions: [{ title: wizard.title, to: '/start' }],
  },
];
