import { Button, Group, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { shortcuts as text } from '../strings/shell.ts';
import { Icon } from '../ui/icons.tsx';
import css from './shell.module.css';
import { keyNames, shortcutGroups } from './shortcuts.ts';
import { useAppState } from './state.ts';

/** F1: every shortcut, on screen and on paper. */
export const ShortcutsDialog = (): JSX.Element => {
  const { shortcutsOpen, showShortcuts } = useAppState();
  return (
    <Modal opened={shortcutsOpen} onClose={() => showShortcuts(false)} title={text.title} size="xl">
      <div data-print className={css['keys']}>
        {shortcutGroups().map(({ title, entries }) => (
          <section key={title} className={css['keysGroup']}>
            <h3>{title}</h3>
            <dl>
              {entries.map(([keys, meaning]) => (
                <div key={meaning} style={{ display: 'contents' }}>
                  <dt>{meaning}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key} className={css['kbd']}>
                        {keyNames(key)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Group justify="flex-end" mt="sm">
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {text.print}
        </Button>
      </Group>
    </Modal>
  );
};
