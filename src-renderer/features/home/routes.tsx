import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import HomeScreen from './HomeScreen.tsx';
import { home as text, wizard } from '../../strings/home.ts';

export const screens: Screens = [
  {
    path: '/',
    title: text.title,
    icon: 'home',
    group: 'main',
    order: 10,
    shortcut: 'Alt+Digit1',
    // The program opens here: a lazy screen would wait out React's 300 ms between fallback and content.
    component: HomeScreen,
  },
  {
    path: '/start',
    title: wizard.title,
    component: lazy(() => import('./wizard/WizardScreen.tsx')),
    actions: [{ title: wizard.title, to: '/start' }],
  },
];
