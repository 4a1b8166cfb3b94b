import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screen as text } from '../../strings/sheets.ts';
import { issuedLink } from './links.ts';

export const screens: Screens = [
  {
    path: '/sheets',
    title: text.title,
    icon: 'print',
    group: 'diary',
    order: 87,
    component: lazy(() => import('./WeekScreen.tsx')),
    actions: [{ title: text.issued, to: issuedLink }],
  },
  {
    path: '/sheets/issued',
    title: text.issued,
    component: lazy(() => import('./IssuedScreen.tsx')),
  },
  { path: '/sheets/:id', title: text.sheet, component: lazy(() => import('./SheetScreen.tsx')) },
];
