import { describe, expect, test } from 'vitest';
import {
  allowedActions,
  dueOn,
  isOverdue,
  openStatusOf,
  stepProblems,
} from '../../src-main/domain/appeals.ts';
import type { AppealAction, AppealStatus, AppealStep } from '../../src-main/domain/appeals.ts';

const complete = (action: AppealAction): AppealStep => ({
  action,
  reason: 'подано дважды',
  resultKind: 'resource-given',
  resultNote: 'ссылка передана',
  resourceCount: 1,
});

describe('transitions', () => {
  const table: readonly (readonly [AppealStatus, readonly AppealAction[]])[] = [
    ['registered', ['find-resource', 'prepare', 'annul']],
    ['resource-found', ['prepare', 'close', 'annul']],
    ['in-preparation', ['find-resource', 'close', 'annul']],
    ['closed', []],
    ['annulled', []],
  ];
  test.each(table)('from %s', (status, actions) => {
    expect(allowedActions(status)).toEqual(actions);
    for (const action of ['find-resource', 'prepare', 'close', 'annul'] as const) {
      expect(stepProblems(status, complete(action)).length === 0).toBe(actions.includes(action));
    }
  });
  test.each([
    [0, null, 'registered'],
    [0, 4, 'in-preparation'],
    [1, null, 'resource-found'],
    [1, 4, 'resource-found'],
  ])('%d resources and teacher %s: %s', (resourceCount, preparerId, status) => {
    expect(openStatusOf({ resourceCount, preparerId })).toBe(status);
  });
});

test.each([
  [
    'annul without a reason',
    'registered',
    { action: 'annul', reason: '  ', resourceCount: 0 },
    ['reason'],
  ],
  [
    'annul with a reason',
    'registered',
    { action: 'annul', reason: 'ошибка', resourceCount: 0 },
    [],
  ],
  [
    'found, but nothing linked',
    'registered',
    { action: 'find-resource', resourceCount: 0 },
    ['resourceIds'],
  ],
  [
    'close without anything',
    'in-preparation',
    { action: 'close', resourceCount: 0 },
    ['resultKind'],
  ],
  [
    'close without a note',
    'in-preparation',
    { action: 'close', resultKind: 'help-given', resultNote: ' ', resourceCount: 0 },
    ['resultNote'],
  ],
  [
    'close as given without a resource',
    'in-preparation',
    { action: 'close', resultKind: 'resource-given', resultNote: 'дано', resourceCount: 0 },
    ['resourceIds'],
  ],
  [
    'close as helped without a resource',
    'in-preparation',
    { action: 'close', resultKind: 'help-given', resultNote: 'консультация', resourceCount: 0 },
    [],
  ],
  [
    'close as withdrawn',
    'in-preparation',
    { action: 'close', resultKind: 'withdrawn', resultNote: 'отозвано', resourceCount: 0 },
    [],
  ],
  [
    'close at once',
    'registered',
    { action: 'close', resultKind: 'help-given', resultNote: 'да', resourceCount: 0 },
    ['action'],
  ],
] as const)('%s', (_, status, step, paths) => {
  expect(stepProblems(status, step).map((problem) => problem.path)).toEqual(paths);
});

test('due day and overdue', () => {
  const due = dueOn('2024-02-15', 14);
  expect(due).toBe('2024-02-29');
  expect(isOverdue({ status: 'registered', dueOn: due }, '2024-02-29')).toBe(false);
  expect(isOverdue({ status: 'registered', dueOn: due }, '2024-03-01')).toBe(true);
  expect(isOverdue({ status: 'in-preparation', dueOn: due }, '2024-03-01')).toBe(true);
  expect(isOverdue({ status: 'closed', dueOn: due }, '2024-03-01')).toBe(false);
  expect(isOverdue({ status: 'annulled', dueOn: due }, '2024-03-01')).toBe(false);
});
