/** Life of an appeal: registration → portal check → resource or its preparation → result (S1). */
import type { ErrorField } from '../contract/errors.ts';
import { addDays } from './dates.ts';
import type { IsoDate } from './dates.ts';

export type AppealStatus =
  | 'registered'
  | 'resource-found'
  | 'in-preparation'
  | 'closed'
  | 'annulled';

export type AppealAction = 'find-resource' | 'prepare' | 'close' | 'annul';

/** `resource-given` needs a linked resource, the others do not. */
export type AppealResultKind = 'resource-given' | 'help-given' | 'withdrawn';

const ACTIONS: Readonly<Record<AppealStatus, readonly AppealAction[]>> = {
  registered: ['find-resource', 'prepare', 'annul'],
  'resource-found': ['prepare', 'close', 'annul'],
  'in-preparation': ['find-resource', 'close', 'annul'],
  closed: [],
  annulled: [],
};

/** What may be done with an appeal now; a closed or annulled one is final. */
export const allowedActions = (status: AppealStatus): readonly AppealAction[] => ACTIONS[status];

/** Where an open appeal stands by what has been done for it (S1, the algorithm). */
export const openStatusOf = (appeal: {
  readonly resourceCount: number;
  readonly preparerId: number | null;
}): AppealStatus => {
  if (appeal.resourceCount > 0) return 'resource-found';
  return appeal.preparerId === null ? 'registered' : 'in-preparation';
};

/** Russian name of a status for the journal and messages. */
export const appealStatusName = (status: AppealStatus): string =>
  ({
    registered: 'зарегистрировано',
    'resource-found': 'ресурс найден',
    'in-preparation': 'ресурс готовится',
    closed: 'закрыто',
    annulled: 'аннулировано',
  })[status];

export const isOpenAppeal = (status: AppealStatus): boolean => ACTIONS[status].length > 0;

/** For queries over many appeals, which cannot ask `isOpenAppeal` row by row. */
export const openStatuses: readonly AppealStatus[] = (
  Object.keys(ACTIONS) as readonly AppealStatus[]
).filter(isOpenAppeal);

export interface AppealStep {
  readonly action: AppealAction;
  /** For `annul`: the reason. */
  readonly reason?: string;
  /** For `close`: what kind of result and the note for «отметка о результатах» (S1). */
  readonly resultKind?: AppealResultKind;
  readonly resultNote?: string;
  /** Resources linked to the appeal by now. */
  readonly resourceCount: number;
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

const closeProblems = (step: AppealStep): readonly ErrorField[] => {
  const problems: ErrorField[] = [];
  if (step.resultKind === undefined || blank(step.resultNote)) {
    problems.push({
      path: step.resultKind === undefined ? 'resultKind' : 'resultNote',
      message: 'Чтобы закрыть обращение, укажите отметку о результатах работы.',
    });
  }
  if (step.resultKind === 'resource-given' && step.resourceCount === 0) {
    problems.push({
      path: 'resourceIds',
      message: 'Результат «ресурс предоставлен» требует ссылки на ресурс: добавьте её к обращению.',
    });
  }
  return problems;
};

/** Why a step cannot be taken from this status; empty when it can. */
export const stepProblems = (status: AppealStatus, step: AppealStep): readonly ErrorField[] => {
  if (!allowedActions(status).includes(step.action)) {
    const hint =
      status === 'registered' && step.action === 'close'
        ? ' Сначала отметьте проверку портала или назначьте учителя.'
        : '';
    const message = `Действие невозможно: обращение ${appealStatusName(status)}.${hint}`;
    return [{ path: 'action', message }];
  }
  if (step.action === 'find-resource' && step.resourceCount === 0) {
    return [{ path: 'resourceIds', message: 'Укажите найденный на портале ресурс.' }];
  }
  if (step.action === 'annul' && blank(step.reason)) {
    return [{ path: 'reason', message: 'Укажите причину аннулирования обращения.' }];
  }
  return step.action === 'close' ? closeProblems(step) : [];
};

/** The day an answer is due: `days` calendar days after the appeal, from the settings. */
export const dueOn = (date: IsoDate, days: number): IsoDate => addDays(date, days);

export interface AppealTiming {
  readonly status: AppealStatus;
  readonly dueOn: IsoDate;
}

/** Open and past its due day; on the due day itself it is not overdue. */
export const isOverdue = (appeal: AppealTiming, today: IsoDate): boolean =>
  isOpenAppeal(appeal.status) && today > appeal.dueOn;
