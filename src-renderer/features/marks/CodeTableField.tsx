import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { grid as text } from '../../strings/marks.ts';

export interface CodeTableFieldProps {
  readonly value: number;
  readonly onChange: (id: number) => void;
}

const all = { limit: 200 };

/** All tables of codes; there are a handful. */
export const useCodeTables = () => useOperation('marks.listCodeTables', all);

/** By which table typed or imported codes are read. */
export const CodeTableField = ({ value, onChange }: CodeTableFieldProps): JSX.Element => {
  const { data } = useCodeTables();
  return (
    <Select
      aria-label={text.codeTable}
      w={180}
      allowDeselect={false}
      data={(data?.rows ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(value)}
      onChange={(next) => onChange(Number(next))}
    />
  );
};
