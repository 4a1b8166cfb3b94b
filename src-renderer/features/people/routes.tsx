import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screens as text } from '../../strings/people.ts';

export const screens: Screens = [
  {
    path: '/students',
    title: text.students,
    icon: 'people',
    group: 'main',
    order: 20,
    shortcut: 'Alt+Digit2',
    component: lazy(() => import('./students/StudentsScreen.tsx')),
    actions: [{ title: text.newStudent, to: '/students/new' }],
  },
  {
    path: '/students/new',
    title: text.newStudent,
    component: lazy(() => import('./students/NewStudentScreen.tsx')),
  },
  {
    path: '/students/:id',
    title: text.student,
    component: lazy(() => import('./students/StudentScreen.tsx')),
  },
];
