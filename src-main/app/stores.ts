import { randomUUID } from 'node:crypto';
import { OfficeError } from '../contract/errors.ts';
import type { DocumentModel } from '../documents/model.ts';
import type { DocumentStore, PlanStore, PrintStore } from '../features/context.ts';

/** Keeps the newest `limit` values; older ones are forgotten so memory stays bounded. */
class RecentMap<V> {
  readonly #values = new Map<string, V>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  put(value: V): string {
    const ticket = randomUUID();
    this.#values.set(ticket, value);
    const oldest = this.#values.keys().next();
    if (this.#values.size > this.#limit && !oldest.done) this.#values.delete(oldest.value);
    return ticket;
  }

  get(ticket: string): V | undefined {
    return this.#values.get(ticket);
  }

  drop(ticket: string): void {
    this.#values.delete(ticket);
  }

  dropWhere(isUnwanted: (value: V) => boolean): void {
    for (const [ticket, value] of this.#values) if (isUnwanted(value)) this.#values.delete(ticket);
  }
}

export interface ForgetfulDocumentStore extends DocumentStore {
  /** Drops documents that hold secrets. */
  forgetSecrets(): void;
}

export const createDocumentStore = (): ForgetfulDocumentStore => {
  const recent = new RecentMap<DocumentModel>(20);
  return {
    put: (model) => recent.put(model),
    get(ticket) {
      const model = recent.get(ticket);
      if (model) return model;
      throw new OfficeError('document-unknown', 'Документ уже закрыт. Сформируйте его ещё раз.');
    },
    drop: (ticket) => recent.drop(ticket),
    forgetSecrets: () => recent.dropWhere(({ secret }) => secret === true),
  };
};

/** By ticket and kind, so that a ticket of one feature is none to another. */
const createKindStore = (limit: number, unknown: () => OfficeError) => {
  const recent = new RecentMap<{ readonly kind: string; readonly value: unknown }>(limit);
  return {
    put: (kind: string, value: unknown) => recent.put({ kind, value }),
    get<P>(kind: string, ticket: string): P {
      const found = recent.get(ticket);
      if (found?.kind === kind) return found.value as P;
      throw unknown();
    },
    drop: (ticket: string) => recent.drop(ticket),
    forget: () => recent.dropWhere(() => true),
  };
};

export interface ForgetfulPlanStore extends PlanStore {
  /** Drops every plan: a list of credentials to be imported holds them readable. */
  forget(): void;
}

export const createPlanStore = (): ForgetfulPlanStore =>
  createKindStore(
    3,
    () => new OfficeError('plan-unknown', 'Просмотр устарел. Выберите файл ещё раз.'),
  );

/** A print outlives the lock: it waits for the answer of the person at the printer. */
export const createPrintStore = (): PrintStore =>
  createKindStore(
    10,
    () =>
      new OfficeError(
        'print-unknown',
        'Эта печать уже записана или устарела. Посмотрите, есть ли она в журнале; если нет, напечатайте ещё раз.',
      ),
  );
