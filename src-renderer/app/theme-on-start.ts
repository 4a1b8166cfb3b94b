import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useOperation } from '../api/hooks.ts';
import { keepTransitions, schemeOf } from './ThemeSwitch.tsx';

/** The theme of the settings wins over what this window remembered, once after the start. */
export const useThemeOnStart = (): void => {
  const { data } = useOperation('settings.get', {});
  const { setColorScheme } = useMantineColorScheme(keepTransitions);
  const done = useRef(false);
  useEffect(() => {
    if (!data || done.current) return;
    done.current = true;
    setColorScheme(schemeOf(data.appearance.theme));
  }, [data, setColorScheme]);
};
