import { useMemo } from 'react';
import { useOperation } from '../../api/hooks.ts';
import type { FilterChoice } from '../../ui/lists/index.ts';
import { sameWords } from '../../ui/lists/index.ts';

/** Classes there are credentials for, in their order. */
export const useCredentialClasses = (): readonly FilterChoice[] => {
  const { data } = useOperation('credentials.report', {});
  return useMemo(
    () =>
      sameWords(
        (data?.classes ?? []).flatMap(({ className }) => (className === '' ? [] : [className])),
      ),
    [data],
  );
};
