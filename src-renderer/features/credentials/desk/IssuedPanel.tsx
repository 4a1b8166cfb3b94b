import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { Panel, navigate } from '../../../ui/index.ts';
import { IssueActions } from '../IssueActions.tsx';
import css from '../credentials.module.css';
import { credentialLink } from '../links.ts';
import { CardButton } from './CardButton.tsx';
import type { Offer } from './offers.ts';
import { WayButtons } from './WayButtons.tsx';

interface Props {
  readonly offer: Offer;
  readonly onBack: () => void;
}

/** Somebody to whom nothing can be handed now: why, and what can be done. Enter goes back. */
export const IssuedPanel = ({ offer, onBack }: Props): JSX.Element => {
  const { issued, kept } = offer;
  const [first] = issued;
  return (
    <Panel title={first ? text.status : text.statusNone}>
      <Stack
        gap="sm"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          onBack();
        }}
      >
        <Text size="sm">
          <b>{offer.name}</b>, {offer.role}
        </Text>
        <ul className={css['lines']}>
          {kept.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {first && (
          <Text size="sm" c="dimmed">
            {text.statusHint}
          </Text>
        )}
        <Group gap="xs">
          <WayButtons ways={offer.ways} />
          <IssueActions items={issued} />
          {first && (
            <Button variant="default" onClick={() => navigate(credentialLink(first.id))}>
              {text.reissue}
            </Button>
          )}
          <CardButton items={issued.filter(({ right }) => right === 'has')} />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" autoFocus onClick={onBack}>
            {text.back}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
