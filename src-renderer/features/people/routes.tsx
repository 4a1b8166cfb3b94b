import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { screens as text } from '../../strings/people.ts';

const newPersons = () => import('./NewPersonScreens.tsx');

export const screens: Screens = [
  {
    path: '/students',
    title: text.students,
    icon: 'people',
    group: 'people',
    order: 20,
    shortcut: 'Alt+Digit2',
    component: lazy(() => import('./students/StudentsScreen.tsx')),
    actions: [{ title: text.newStudent, to: '/students/new' }],
  },
  {
    path: '/students/new',
    title: text.newStudent,
    component: lazy(async () => ({ default: (await newPersons()).NewStudentScreen })),
  },
  {
    path: '/students/:id',
    title: text.student,
    component: lazy(() => import('./students/StudentScreen.tsx')),
  },
  {
    path: '/guardians',
    title: text.guardians,
    icon: 'person',
    group: 'people',
    order: 25,
    shortcut: 'Alt+Digit3',
    component: lazy(() => import('./guardians/GuardiansScreen.tsx')),
    actions: [{ title: text.newGuardian, to: '/guardians/new' }],
  },
  {
    path: '/guardians/new',
    title: text.newGuardian,
    component: lazy(async () => ({ default: (await newPersons()).NewGuardianScreen })),
  },
  {
    path: '/guardians/:id',
    title: text.guardian,
    component: lazy(() => import('./guardians/GuardianScreen.tsx')),
  },
  {
    path: '/teachers',
    title: text.teachers,
    icon: 'book',
    group: 'people',
    order: 30,
    shortcut: 'Alt+Digit4',
    component: lazy(() => import('./teachers/TeachersScreen.tsx')),
    actions: [{ title: text.newTeacher, to: '/teachers/new' }],
  },
  {
    path: '/teachers/new',
    title: text.newTeacher,
    component: lazy(async () => ({ default: (await newPersons()).NewTeacherScreen })),
  },
  {
    path: '/teachers/:id',
    title: text.teacher,
    component: lazy(() => import('./teachers/TeacherScreen.tsx')),
  },
  {
    path: '/classes',
    title: text.classes,
    icon: 'columns',
    group: 'people',
    order: 35,
    shortcut: 'Alt+Digit5',
    component: lazy(() => import('./classes/ClassesScreen.tsx')),
  },
  {
    path: '/classes/:id',
    title: text.class,
    component: lazy(() => import('./classes/ClassScreen.tsx')),
  },
  {
    path: '/import',
    title: text.import,
    icon: 'upload',
    group: 'service',
    order: 800,
    component: lazy(() => import('./import/ImportScreen.tsx')),
    actions: [{ title: text.importHistory, to: '/import?tab=history' }],
  },
  {
    path: '/duplicates',
    title: text.duplicates,
    icon: 'merge',
    group: 'service',
    order: 810,
    component: lazy(() => import('./duplicates/DuplicatesScreen.tsx')),
  },
];
