import { lazy } from 'react';
import type { Screens } from '../../app/screens.ts';
import { doubtsTab, kinds, statements as text } from '../../strings/statements.ts';
import { passports } from '../../strings/passports.ts';
import { doubtsLink, newStatementLink, paperLink, sharesLink } from './links.ts';

export const screens: Screens = [
  {
    path: '/statements',
    title: text.title,
    icon: 'file',
    group: 'diary',
    order: 86,
    component: lazy(() => import('./StatementsScreen.tsx')),
    actions: [
      { title: kinds.refusal, to: newStatementLink({ kind: 'refusal' }) },
      { title: kinds.impossibility, to: newStatementLink({ kind: 'impossibility' }) },
      { title: kinds.annulment, to: newStatementLink({ kind: 'annulment' }) },
      { title: kinds['consent-14'], to: newStatementLink({ kind: 'consent-14' }) },
      { title: kinds['permission-18'], to: newStatementLink({ kind: 'permission-18' }) },
      { title: doubtsTab.title, to: doubtsLink },
      { title: text.paperTab, to: paperLink },
      { title: text.sharesTab, to: sharesLink },
    ],
  },
  {
    path: '/statements/new',
    title: text.newStatement,
    component: lazy(() => import('./new/NewStatementScreen.tsx')),
  },
  {
    path: '/statements/:id',
    title: text.statement,
    component: lazy(() => import('./card/StatementScreen.tsx')),
  },
  {
    path: '/statements/:id/correct',
    title: text.correction,
    component: lazy(() => import('./new/CorrectScreen.tsx')),
  },
  {
    path: '/passports',
    title: passports.title,
    icon: 'sheet',
    group: 'service',
    order: 830,
    component: lazy(() => import('../passports/PassportsScreen.tsx')),
  },
];
