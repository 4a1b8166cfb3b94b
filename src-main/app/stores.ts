import { randomUUID } from 'node:crypto';
import { OfficeError } from '../contract/errors.ts';
import type { DocumentModel } from '../documents/model.ts';
import type { DocumentStore, PlanStore } from '../features/context.ts';

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

export interface ForgetfulPlanStore extends PlanStore {
  /** Drops every plan: a list of credentials to be imported holds them readable. */
  forget(): void;
}

export const createPlanStore = (): ForgetfulPlanStore => {
  const recent = new RecentMap<{ readonly kind: string; readonly plan: unknown }>(3);
  return {
    put: (kind, plan) => recent.put({ kind, plan }),
    get<P>(kind: string, ticket: string): P {
      const found = recent.get(ticket);
      if (found?.kind === kind) return found.plan as P;
      throw new OfficeError('plan-unknown', 'Просмотр устарел. Выберите файл ещё раз.');
    },
    drop: (ticket) => recent.drop(ticket),
    forget: () => recent.dropWhere(() => true),
  };
};
