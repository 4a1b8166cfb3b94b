import { ALL_PARALLELS, parallelTitle } from '../../../src-main/domain/classes.ts';
import { useMemo } from 'react';
import { useOperation } from '../../api/hooks.ts';
import type { FilterChoice } from '../../ui/lists/index.ts';
import { sameWords } from '../../ui/lists/index.ts';

const wholeYear = { limit: 300 };

/** Names of the classes of this year, or of the newest that has any, for the filter of a list. */
export const useClassChoices = (): readonly FilterChoice[] => {
  const { data } = useOperation('people.listClasses', wholeYear);
  return useMemo(() => sameWords((data?.rows ?? []).map(({ className }) => className)), [data]);
};

/** Every parallel in the order of classes. */
export const parallelChoices: readonly FilterChoice[] = ALL_PARALLELS.map((value) => ({
  value,
  label: parallelTitle(value),
}));
