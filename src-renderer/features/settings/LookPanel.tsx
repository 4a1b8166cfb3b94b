import { SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import type { ThemeName } from '../../app/ThemeSwitch.tsx';
import { useThemeChange } from '../../app/ThemeSwitch.tsx';
import { look as text } from '../../strings/settings.ts';
import { themes } from '../../strings/shell.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';

/** Light, dark, or as the system. */
export const LookPanel = (): JSX.Element => {
  const { colorScheme } = useMantineColorScheme();
  const change = useThemeChange();
  return (
    <Panel title={text.theme}>
      <Text size="sm" c="dimmed" mb="sm">
        {text.themeHint}
      </Text>
      <SegmentedControl<ThemeName>
        aria-label={text.theme}
        value={colorScheme === 'auto' ? 'system' : colorScheme}
        data={[...choicesOf(themes)]}
        onChange={change}
      />
    </Panel>
  );
};
