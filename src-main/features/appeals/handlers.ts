import { numberingOn } from '../../database/counters.ts';
import type { FeatureHandlers } from '../context.ts';
import { requirePeriod } from '../../domain/periods.ts';
import { appealCard } from './card.ts';
import { appealChoices } from './choices.ts';
import { correctChildOrDay } from './correction.ts';
import { appealFormHandlers } from './form-handlers.ts';
import { indicatorsOf } from './indicators.ts';
import { readSettings } from '../settings/index.ts';
import { countingOf } from './counted.ts';
import { appealsPage } from './list.ts';
import { correctAppeal, registerAppeal } from './register-appeal.ts';
import {
  annulAppeal,
  assignPreparer,
  closeAppeal,
  linkResource,
  postResource,
  recordPortalCheck,
  reopenAppeal,
  setPrepared,
  unlinkResource,
} from './algorithm.ts';

export const appealsHandlers: FeatureHandlers<'appeals'> = {
  'appeals.list': (question, { db, clock }) => appealsPage(db, question, clock.today()),
  'appeals.choices': (_input, { db }) => appealChoices(db),
  'appeals.card': ({ id }, { db, clock }) => appealCard(db, id, clock.today()),
  async 'appeals.counting'(child, { db, clock }) {
    const { twoWeekRule: rule } = await readSettings(db);
    return countingOf(db, child, { rule, today: clock.today() });
  },
  'appeals.register': (input, { db, clock }) => registerAppeal(db, input, clock.today()),
  async 'appeals.numbering'({ registeredOn }, { db, clock }) {
    const asked = { on: registeredOn, today: clock.today() };
    const { problem, place } = await numberingOn(db, 'appeals', asked);
    return { problem: problem?.message ?? null, letter: place };
  },
  async 'appeals.correct'(input, { db, clock }) {
    await correctChildOrDay(db, input, clock.today());
  },
  async 'appeals.update'(input, { db, clock }) {
    await correctAppeal(db, input, clock.today());
  },
  'appeals.recordPortalCheck': async (input, { db, clock }) => ({
    resourceId: await recordPortalCheck(db, input, clock.today()),
  }),
  async 'appeals.assignPreparer'({ id, teacherId }, { db }) {
    await assignPreparer(db, id, teacherId);
  },
  async 'appeals.linkResource'(input, { db, clock }) {
    await linkResource(db, input, clock.today());
  },
  'appeals.postResource': async (input, { db, clock }) => ({
    resourceId: await postResource(db, input, clock.today()),
  }),
  async 'appeals.unlinkResource'({ id, resourceId }, { db }) {
    await unlinkResource(db, id, resourceId);
  },
  async 'appeals.setPrepared'(input, { db }) {
    await setPrepared(db, input);
  },
  async 'appeals.close'(input, { db, clock }) {
    await closeAppeal(db, input, clock.today());
  },
  async 'appeals.reopen'({ id }, { db }) {
    await reopenAppeal(db, id);
  },
  async 'appeals.annul'({ id, reason }, { db }) {
    await annulAppeal(db, id, reason);
  },
  async 'appeals.indicators'(period, { db }) {
    requirePeriod(period);
    return { workers: await indicatorsOf(db, period) };
  },
  ...appealFormHandlers,
};
