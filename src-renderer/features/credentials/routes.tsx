import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screen as text } from '../../strings/credentials.ts';

export const screens: Screens = [
  {
    path: '/credentials',
    title: text.title,
    icon: 'key',
    group: 'diary',
    order: 84,
    component: lazy(() => import('./CredentialsScreen.tsx')),
    actions: [
      { title: text.desk, to: '/credentials?tab=desk' },
      { title: text.print, to: '/credentials?tab=print' },
      { title: text.report, to: '/credentials?tab=report' },
      { title: text.import, to: '/credentials?tab=import' },
      { title: text.add, to: '/credentials/new' },
    ],
  },
  {
    path: '/credentials/new',
    title: text.new,
    component: lazy(() => import('./NewCredentialScreen.tsx')),
  },
  {
    path: '/credentials/:id',
    title: text.card,
    component: lazy(() => import('./CredentialScreen.tsx')),
  },
];
