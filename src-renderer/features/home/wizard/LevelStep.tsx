import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { levelStep as text, wizard } from '../../../strings/home.ts';
import { Icon, Panel } from '../../../ui/index.ts';
import css from '../home.module.css';

/** Where the program works and what the next steps ask for. */
export const LevelStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => (
  <Stack gap="sm">
    <Panel title={text.title}>
      <div className={css['level']}>
        <Icon name="check" size={20} />
        <div>
          <Text fw={700}>{text.school}</Text>
          <Text size="sm">{text.schoolHint}</Text>
        </div>
      </div>
      <Text size="sm" c="dimmed" mt={8}>
        {text.offline}
      </Text>
    </Panel>
    <Panel title={text.need}>
      <ul className={css['plain']}>
        {text.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </Panel>
    <Group justify="flex-end">
      <Button data-autofocus autoFocus onClick={onNext}>
        {wizard.begin}
      </Button>
    </Group>
  </Stack>
);
