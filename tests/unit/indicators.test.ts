import { expect, test } from 'vitest';
import { workerIndicators } from '../../src-main/domain/indicators.ts';
import type { HandledAppeal } from '../../src-main/domain/indicators.ts';

const period = { from: '2026-03-01', to: '2026-05-15' };
const appeal = (part: Partial<HandledAppeal>): HandledAppeal => ({
  workerId: 1,
  date: '2026-04-01',
  dueOn: '2026-04-15',
  closedOn: null,
  annulled: false,
  ...part,
});

test('indicators of each responsible worker', () => {
  const rows = {
    appeals: [
      appeal({ closedOn: '2026-04-15' }),
      appeal({ closedOn: '2026-04-16' }),
      appeal({}),
      appeal({ annulled: true, closedOn: '2026-04-02' }),
      appeal({ date: '2026-02-28', closedOn: '2026-03-02' }),
      appeal({ date: '2026-05-15', dueOn: '2026-05-29', closedOn: '2026-05-20' }),
      appeal({ workerId: 2, date: '2026-05-16' }),
    ],
    resources: [
      { id: 7, workerId: 1, postedOn: '2026-03-01' },
      { id: 7, workerId: 1, postedOn: '2026-03-01' },
      { id: 8, workerId: 1, postedOn: '2026-05-16' },
    ],
    work: [
      { workerId: 1, date: '2026-05-15', quarterHours: 5 },
      { workerId: 1, date: '2026-03-01', quarterHours: 6 },
      { workerId: 1, date: '2026-02-28', quarterHours: 90 },
    ],
  };
  expect(workerIndicators(rows, period)).toEqual([
    {
      workerId: 1,
      appeals: 4,
      closed: 2,
      closedInTime: 1,
      inTimePercent: 25,
      resources: 1,
      quarterHours: 11,
    },
    {
      workerId: 2,
      appeals: 0,
      closed: 0,
      closedInTime: 0,
      inTimePercent: null,
      resources: 0,
      quarterHours: 0,
    },
  ]);
  expect(workerIndicators({ appeals: [], resources: [], work: [] }, period)).toEqual([]);
});
