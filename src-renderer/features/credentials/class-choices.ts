import { useMemo } from 'react';
import { useOperation } from '../../api/hooks.ts';
import type { FilterChoice } from '../../ui/table/index.ts';
import { sameWords } from '../../ui/table/index.ts';

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
