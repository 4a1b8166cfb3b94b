import { describe, expect, test } from 'vitest';
import {
  isForAll,
  printsCounted,
  sheetRecipients,
} from '../../src-main/domain/sheet-recipients.ts';
import type { PaperParty, SheetRecipient } from '../../src-main/domain/sheet-recipients.ts';

/** S2 §7: «не реже» and «не чаще» of each parent; the household is the school's setting. */

const [mother, father, guardian] = [1, 2, 3];

type Where = 'together' | 'apart';
const party = (
  guardianId: number | null,
  mode: 'refusal' | 'impossibility',
  where: Where = 'together',
): PaperParty => ({ guardianId, mode: `paper-${mode}`, livesApart: where === 'apart' });

/** «household (1, 2): paper-refusal» */
const told = ({ recipientId, members, mode }: SheetRecipient): string =>
  `${recipientId ?? 'household'} (${members.map(({ guardianId }) => guardianId).join(', ')}): ${mode}`;

const decisions: readonly (readonly [
  name: string,
  parties: readonly PaperParty[],
  perHousehold: readonly string[],
  eachHisOwn: readonly string[],
])[] = [
  [
    'nobody is on paper: printed freely',
    [],
    ['household (): electronic'],
    ['household (): electronic'],
  ],
  [
    'together, both refuse',
    [party(mother, 'refusal'), party(father, 'refusal')],
    ['household (1, 2): paper-refusal'],
    ['1 (1): paper-refusal', '2 (2): paper-refusal'],
  ],
  [
    'together, one refuses, the other cannot: «не чаще» does not end «не реже»',
    [party(mother, 'refusal'), party(father, 'impossibility')],
    ['household (1, 2): paper-impossibility'],
    ['1 (1): paper-refusal', '2 (2): paper-impossibility'],
  ],
  [
    'both apart, both refuse',
    [party(mother, 'refusal', 'apart'), party(father, 'refusal', 'apart')],
    ['1 (1): paper-refusal', '2 (2): paper-refusal'],
    ['1 (1): paper-refusal', '2 (2): paper-refusal'],
  ],
  [
    'apart, one refuses, the other is served electronically',
    [party(father, 'refusal', 'apart')],
    ['2 (2): paper-refusal'],
    ['2 (2): paper-refusal'],
  ],
  [
    'one together, one apart',
    [party(mother, 'impossibility'), party(father, 'refusal', 'apart')],
    ['household (1): paper-impossibility', '2 (2): paper-refusal'],
    ['1 (1): paper-impossibility', '2 (2): paper-refusal'],
  ],
  [
    'the adult student by his own refusal',
    [party(null, 'refusal')],
    ['household (): paper-refusal'],
    ['household (): paper-refusal'],
  ],
  [
    'the adult student, and a parent whose statement was kept',
    [party(mother, 'refusal'), party(null, 'impossibility')],
    ['household (1, ): paper-impossibility'],
    ['household (): paper-impossibility', '1 (1): paper-refusal'],
  ],
  [
    'not linked any more, or «не представитель»: nothing says that he lives apart',
    [party(mother, 'refusal', 'apart'), party(guardian, 'impossibility')],
    ['household (3): paper-impossibility', '1 (1): paper-refusal'],
    ['1 (1): paper-refusal', '3 (3): paper-impossibility'],
  ],
];

describe('decision table: who gets a sheet', () => {
  test.each(decisions)('%s', (_name, parties, perHousehold, eachHisOwn) => {
    expect(sheetRecipients(parties, true).map(told)).toEqual(perHousehold);
    expect(sheetRecipients(parties, false).map(told)).toEqual(eachHisOwn);
  });
});

const household = { recipientId: null, forAll: false };
const wholeFamily = { recipientId: null, forAll: true };
const own = (recipientId: number) => ({ recipientId, forAll: false });

const together = sheetRecipients([party(mother, 'refusal'), party(father, 'refusal')], true);
const fatherApart = sheetRecipients(
  [party(mother, 'refusal'), party(father, 'refusal', 'apart')],
  true,
);
const eachHisOwn = sheetRecipients([party(mother, 'refusal'), party(father, 'refusal')], false);
const free = sheetRecipients([], true);

/** Recipients for whom the prints of a week count, by `recipientId`. */
const counted: readonly (readonly [
  name: string,
  recipients: readonly SheetRecipient[],
  prints: readonly { readonly recipientId: number | null; readonly forAll: boolean }[],
  has: Readonly<Record<string, number>>,
])[] = [
  ['the household has its own', together, [wholeFamily, wholeFamily], { null: 2 }],
  [
    'one household, one separate: each his own',
    fatherApart,
    [household, own(2)],
    { null: 1, 2: 1 },
  ],
  ["the household's is not that of who lives apart", fatherApart, [household], { null: 1, 2: 0 }],
  ['given before he moved out', fatherApart, [wholeFamily], { null: 1, 2: 1 }],
  ['his own goes before the family one', fatherApart, [wholeFamily, own(2)], { null: 1, 2: 1 }],
  ['given before the setting was turned off', eachHisOwn, [wholeFamily], { 1: 1, 2: 1 }],
  ['of a household of one before it was turned off', eachHisOwn, [household], { 1: 1, 2: 1 }],
  ['given to one before they moved together', together, [own(1)], { null: 1 }],
  ['given to both before they moved together', together, [own(1), own(2)], { null: 2 }],
  ['of somebody who is not on paper any more', together, [own(3)], { null: 0 }],
  ['printed freely, then he refused, living apart', fatherApart, [wholeFamily], { null: 1, 2: 1 }],
  ['a free sheet after the parents returned to the service', free, [own(1)], { null: 0 }],
];

test.each(counted)('which prints count: %s', (_name, recipients, prints, has) => {
  const found = recipients.map((one) => [one.recipientId, printsCounted(one, prints).length]);
  expect(Object.fromEntries(found)).toEqual(has);
});

test('a sheet is for all while nobody has his own', () => {
  expect([together, free].map(isForAll)).toEqual([true, true]);
  expect([fatherApart, eachHisOwn].map(isForAll)).toEqual([false, false]);
});
