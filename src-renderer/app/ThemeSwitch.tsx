import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { runCommand } from '../api/commands.ts';
import { useOperation } from '../api/hooks.ts';
import { shell as text, themes } from '../strings/shell.ts';
import type { IconName } from '../ui/icons.tsx';
import { Icon } from '../ui/icons.tsx';

/** Switching transitions off would write a <style> element, which the CSP forbids. */
export const keepTransitions = { keepTransitions: true };

export type ThemeName = keyof typeof themes;

const icons: Readonly<Record<ThemeName, IconName>> = {
  light: 'sun',
  dark: 'moon',
  system: 'screen',
};

/** Mantine's word for a theme of the settings. */
export const schemeOf = (theme: ThemeName) => (theme === 'system' ? 'auto' : theme);

/** Changes the look at once and keeps it in the settings. */
export const useThemeChange = (): ((theme: ThemeName) => void) => {
  const { setColorScheme } = useMantineColorScheme(keepTransitions);
  return (theme) => {
    setColorScheme(schemeOf(theme));
    void runCommand('settings.saveAppearance', { theme }, { undo: false });
  };
};

export const ThemeSwitch = (): JSX.Element => {
  const { colorScheme } = useMantineColorScheme();
  const change = useThemeChange();
  const current: ThemeName = colorScheme === 'auto' ? 'system' : colorScheme;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={text.theme}>
          <Icon name={icons[current]} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(themes) as ThemeName[]).map((theme) => (
          <Menu.Item
            key={theme}
            leftSection={<Icon name={icons[theme]} size={16} />}
            rightSection={theme === current && <Icon name="check" size={14} />}
            onClick={() => change(theme)}
          >
            {themes[theme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

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
