import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { ControlScope } from '../../../src-main/contract/control.ts';
import { useOperation } from '../../api/hooks.ts';
import { figures as text } from '../../strings/control.ts';

/** The count of absences that sheets print, for what the screen looks at. */
export const MissedLessons = ({ scope }: { readonly scope: ControlScope }): JSX.Element | null => {
  const { data } = useOperation('control.absences', scope, { keepPrevious: true });
  return data ? <Text size="sm">{text.missed(data.text)}</Text> : null;
};
