import { describe, expect, test } from 'vitest';
import {
  allowedActions,
  dueOn,
  enrolmentProblem,
  isOverdue,
  statusAfter,
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
  test('each action leads to its status', () => {
    expect((['find-resource', 'prepare', 'close', 'annul'] as const).map(statusAfter)).toEqual([
      'resource-found',
      'in-preparation',
      'closed',
      'annulled',
    ]);
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

test.each([
  ['2026-05-20', null],
  ['2026-05-21', 'выбыл: последний день обучения 20.05.2026'],
  ['2025-08-31', 'ещё не зачислен'],
])('appeal of %s for a child who left', (date, text) => {
  const problem = enrolmentProblem([{ from: '2025-09-01', to: '2026-05-20' }], date);
  if (text === null) expect(problem).toBeNull();
  else expect(problem?.message).toContain(text);
});
