import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { Spotlight } from '@mantine/spotlight';
import type { JSX } from 'react';
import { shell as text, spotlight as groups } from '../strings/shell.ts';
import { Icon } from '../ui/icons.tsx';
import { navigate } from '../ui/location.ts';
import { menuScreens, screens } from './routes.tsx';
import { useAppState } from './state.ts';

/** Ctrl+K: go to any screen or start an action by a few letters of its name. */
export const QuickSearch = (): JSX.Element => {
  const { showShortcuts } = useAppState();
  const actions: SpotlightActionGroupData[] = [
    {
      group: groups.screens,
      actions: menuScreens.map(({ path, title, icon }) => ({
        id: path,
        label: title,
        leftSection: <Icon name={icon} />,
        onClick: () => navigate(path),
      })),
    },
    {
      group: groups.actions,
      actions: [
        ...screens
          .flatMap((screen) => screen.actions ?? [])
          .map(({ title, to }) => ({
            id: to,
            label: title,
            leftSection: <Icon name="chevronRight" />,
            onClick: () => navigate(to),
          })),
        {
          id: 'shortcuts',
          label: text.shortcuts,
          leftSection: <Icon name="keyboard" />,
          onClick: () => showShortcuts(true),
        },
      ],
    },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound={text.nothingFound}
      highlightQuery
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      searchProps={{
        placeholder: text.findHint,
        'aria-label': text.findHint,
        leftSection: <Icon name="search" />,
      }}
    />
  );
};
