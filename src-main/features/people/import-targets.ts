import type { RecognisedGuardian } from '../../spreadsheets/people/recognised.ts';
import type { GuardianStore, StoredGuardian, StoredStudent } from './import-store.ts';

/** A row with the child it names and the `personKey` of the guardian. */
export interface Pair {
  readonly row: RecognisedGuardian;
  readonly key: string;
  readonly child: StoredStudent;
}

/** Whom a row means: a stored guardian, a new one, or it is asked. */
export type Target =
  | { readonly kind: 'stored'; readonly guardian: StoredGuardian }
  | { readonly kind: 'new'; readonly ref: string }
  | { readonly kind: 'question'; readonly candidates: readonly StoredGuardian[] };

/**
 * Finds the person of each row. Name and phone are the key; a guardian of the same name already
 * linked to the same child is that person whatever the phone. Without a phone nobody is merged.
 */
export class Targets {
  readonly #store: GuardianStore;
  readonly #known = new Map<string, Target>();
  #fresh = 0;

  constructor(store: GuardianStore) {
    this.#store = store;
  }

  #namesakes(key: string): readonly StoredGuardian[] {
    return this.#store.byKey.get(key) ?? [];
  }

  /** Certain without asking: linked to this child, or the same phone. */
  certain({ row, key, child }: Pair): Target | null {
    const namesakes = this.#namesakes(key);
    const links = this.#store.links.get(child.id) ?? [];
    const linked = namesakes.filter(({ id }) => links.some((link) => link.guardianId === id));
    const guardian =
      linked.find(({ phone }) => phone === row.knownBy) ??
      namesakes.find(({ phone }) => phone !== null && phone === row.knownBy) ??
      (linked.length === 1 ? linked[0] : undefined);
    if (!guardian) return null;
    const target: Target = { kind: 'stored', guardian };
    if (row.knownBy !== null) this.#known.set(`${key}|${row.knownBy}`, target);
    return target;
  }

  /** Everyone else: a person met earlier in this file, a question, or a new person. */
  other({ row, key }: Pair): Target {
    const planned = row.knownBy === null ? undefined : this.#known.get(`${key}|${row.knownBy}`);
    if (planned) return planned;
    const candidates = this.#namesakes(key).filter(
      ({ phone }) => phone === null || row.knownBy === null,
    );
    if (candidates.length > 0) return { kind: 'question', candidates };
    this.#fresh += 1;
    const target: Target = { kind: 'new', ref: `new-${this.#fresh}` };
    if (row.knownBy !== null) this.#known.set(`${key}|${row.knownBy}`, target);
    return target;
  }
}
