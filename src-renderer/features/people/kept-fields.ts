import { useMemo } from 'react';
import type { PersonalField } from '../../../src-main/contract/settings.ts';
import { personalFieldNames } from '../../../src-main/domain/personal-fields.ts';
import { useOperation } from '../../api/hooks.ts';

export type KeptFields = Readonly<Record<PersonalField, boolean>>;

/**
 * Which personal fields the school keeps: the others stand in no form, list or card. Until the
 * settings are read none does. The object is stable while the settings are.
 */
export const useKeptFields = (): KeptFields => {
  const fields = useOperation('settings.get', {}).data?.personalFields;
  return useMemo(
    () =>
      Object.fromEntries(
        personalFieldNames.map((field) => [field, fields?.[field].kept ?? false]),
      ) as KeptFields,
    [fields],
  );
};

/** A fact, a column or a filter of a field, only while it is kept. */
export const shownIf = <const T>(isKept: boolean, item: T): readonly T[] => (isKept ? [item] : []);
