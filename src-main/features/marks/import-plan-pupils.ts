import { personKey } from '../../domain/names.ts';
import type { Period } from '../../domain/dates.ts';
import type { NamedPupil } from '../../spreadsheets/marks/recognised.ts';
import { matchPupil, pupilKey } from './import-pupils.ts';
import type { ClassState, PlanPupil, ReadMarks, ToldSubject } from './import-types.ts';

/** Pupils of the files: the same child in several of them is one. */
export class PlanPupils {
  readonly #byKey = new Map<string, PlanPupil>();
  readonly #school: ReadonlyMap<string, readonly number[]>;
  readonly #repeated: ReadonlySet<string>;

  /** @param repeated `year|class|name key` of names that stand in a file twice */
  constructor(school: ReadonlyMap<string, readonly number[]>, repeated: ReadonlySet<string>) {
    this.#school = school;
    this.#repeated = repeated;
  }

  add(file: ReadMarks, state: ClassState, pupil: NamedPupil, told: readonly ToldSubject[]): void {
    const nameKey = personKey(pupil);
    const key = pupilKey(state, nameKey, pupil.occurrence);
    const count = told.reduce((sum, { cells, finals }) => sum + cells.length + finals.length, 0);
    const known = this.#byKey.get(key);
    if (known) {
      known.told = [...known.told, ...told];
      known.count += count;
      return;
    }
    const found = matchPupil({
      state,
      pupil,
      nameKey,
      period: file.period ?? wholeYear(state),
      isRepeated: this.#repeated.has(`${state.startYear}|${state.name}|${nameKey}`),
      school: this.#school,
    });
    this.#byKey.set(key, {
      key,
      state,
      pupil,
      nameKey,
      file: file.index,
      ...found,
      told,
      count,
      outcome: null,
    });
  }

  list(): readonly PlanPupil[] {
    return [...this.#byKey.values()];
  }
}

const wholeYear = ({ span }: ClassState): Period => span;
