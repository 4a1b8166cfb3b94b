import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { steps as text } from '../../strings/appeals-card.ts';
import { channels } from '../../strings/appeals.ts';
import { showDate } from '../../ui/index.ts';

export type StepName = 'registered' | 'portal' | 'preparer' | 'work' | 'resource' | 'closed';
export type StepState = 'done' | 'now' | 'later' | 'skipped';

export interface Step {
  readonly name: StepName;
  readonly title: string;
  readonly state: StepState;
  readonly note: string;
}

interface Draft extends Omit<Step, 'state'> {
  readonly state: 'done' | 'skipped' | 'waiting';
}

const done = (isDone: boolean): 'done' | 'waiting' => (isDone ? 'done' : 'waiting');

/** A ready resource was found: nobody had to prepare one. */
const wasFound = ({ appeal }: AppealCard): boolean =>
  appeal.resourceCount > 0 && appeal.preparerId === null;

const registeredStep = ({ appeal }: AppealCard): Draft => ({
  name: 'registered',
  title: text.registered,
  state: 'done',
  note: text.registeredIs(
    showDate(appeal.registeredOn),
    channels[appeal.channel],
    appeal.responsibleName,
  ),
});

const portalStep = (card: AppealCard, portal: string): Draft => {
  const { portalCheckedOn, resourceCount, preparerId } = card.appeal;
  const moot = portalCheckedOn === null && (resourceCount > 0 || preparerId !== null);
  const checked = (date: string): string =>
    wasFound(card) ? text.portalFound(showDate(date)) : text.portalMissing(showDate(date));
  return {
    name: 'portal',
    title: text.portal,
    state: moot ? 'skipped' : done(portalCheckedOn !== null),
    note:
      portalCheckedOn !== null
        ? checked(portalCheckedOn)
        : moot
          ? text.portalUnchecked
          : text.portalWait(portal),
  };
};

const preparerStep = (card: AppealCard): Draft => {
  const { preparerName } = card.appeal;
  return {
    name: 'preparer',
    title: text.preparer,
    state: wasFound(card) ? 'skipped' : done(preparerName !== null),
    note: wasFound(card)
      ? ''
      : preparerName === null
        ? text.preparerWait
        : text.preparerIs(preparerName),
  };
};

const workStep = (card: AppealCard): Draft => {
  const { quarterHours } = card.appeal;
  const entries = card.workEntries.length;
  const skipped = entries === 0 && wasFound(card);
  return {
    name: 'work',
    title: text.work,
    state: skipped ? 'skipped' : done(entries > 0),
    note:
      entries > 0 ? text.workIs(hoursClock(quarterHours), entries) : skipped ? '' : text.workWait,
  };
};

const resourceStep = ({ resources }: AppealCard): Draft => {
  const latest = resources
    .map(({ givenOn }) => givenOn)
    .sort()
    .at(-1);
  return {
    name: 'resource',
    title: text.resource,
    state: done(latest !== undefined),
    note:
      latest === undefined
        ? text.resourceWait
        : text.resourceIs(resources.length, showDate(latest)),
  };
};

const closedStep = ({ appeal }: AppealCard): Draft => {
  if (appeal.status === 'annulled')
    return { name: 'closed', title: text.annulled, state: 'done', note: appeal.annulReason ?? '' };
  const { closedOn, result } = appeal;
  return {
    name: 'closed',
    title: text.closed,
    state: done(closedOn !== null),
    note: closedOn === null ? text.closeWait : text.closedIs(showDate(closedOn), result ?? ''),
  };
};

/** The algorithm of S1 as the card shows it; the first unfinished step is the one to do now. */
export const stepsOf = (card: AppealCard, portal: string): readonly Step[] => {
  const drafts = [
    registeredStep(card),
    portalStep(card, portal),
    preparerStep(card),
    workStep(card),
    resourceStep(card),
    closedStep(card),
  ];
  const finished = drafts.at(-1)?.state === 'done';
  const current = finished ? -1 : drafts.findIndex(({ state }) => state === 'waiting');
  return drafts.map((draft, at) => ({
    ...draft,
    state:
      draft.state === 'waiting'
        ? finished
          ? 'skipped'
          : at === current
            ? 'now'
            : 'later'
        : draft.state,
  }));
};
