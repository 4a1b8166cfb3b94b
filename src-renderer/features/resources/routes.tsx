import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { resources as text, work } from '../../strings/resources.ts';

const ResourcesScreen = lazy(() => import('./ResourcesScreen.tsx'));
const WorkScreen = lazy(() => import('./WorkScreen.tsx'));

export const screens: Screens = [
  {
    path: '/resources',
    title: text.title,
    icon: 'resource',
    group: 'main',
    order: 70,
    shortcut: 'Alt+Digit8',
    component: ResourcesScreen,
    actions: [{ title: text.newResource, to: '/resources/new' }],
  },
  { path: '/resources/new', title: text.newResource, component: ResourcesScreen },
  {
    path: '/resources/:id',
    title: text.short,
    component: lazy(() => import('./ResourceScreen.tsx')),
  },
  {
    path: '/hours',
    title: work.title,
    icon: 'hours',
    group: 'main',
    order: 80,
    shortcut: 'Alt+Digit9',
    component: WorkScreen,
    actions: [{ title: work.newEntry, to: '/hours/new' }],
  },
  { path: '/hours/new', title: work.newEntry, component: WorkScreen },
];
