import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screen as text } from '../../strings/marks.ts';
import { codesLink, importLink } from './links.ts';

export const screens: Screens = [
  {
    path: '/marks',
    title: text.title,
    icon: 'grades',
    group: 'progress',
    order: 40,
    component: lazy(() => import('./MarksScreen.tsx')),
    actions: [
      { title: text.byClassAction, to: '/marks?tab=class' },
      { title: text.byStudentAction, to: '/marks?tab=student' },
      { title: text.lessonsAction, to: '/marks?tab=lessons' },
      { title: text.finalsAction, to: '/marks?tab=finals' },
      { title: text.importAction, to: importLink },
      { title: text.codesAction, to: codesLink },
    ],
  },
];
