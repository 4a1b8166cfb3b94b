import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { runCommand } from '../../api/commands.ts';
import { give as text } from '../../strings/appeals-card.ts';
import { card as resourceText } from '../../strings/resources.ts';
import { AddButton } from '../../ui/buttons.tsx';
import { Panel, showDate } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { CopyAddress } from '../resources/CopyAddress.tsx';
import css from './appeals.module.css';

interface ResourcesPanelProps {
  readonly card: AppealCard;
  readonly onGive: () => void;
}

type Given = AppealCard['resources'][number];

const GivenResource = ({
  resource,
  onRemove,
}: {
  readonly resource: Given;
  readonly onRemove: (() => void) | null;
}): JSX.Element => (
  <li>
    <div className={css['line']}>
      <Link href={`/resources/${resource.id}`}>{resource.title}</Link>
      {onRemove && (
        <IconButton icon="close" label={text.removeFor(resource.title)} onClick={onRemove} />
      )}
    </div>
    <Text size="xs" c="dimmed">
      {text.given(showDate(resource.givenOn))}, {resource.authorName ?? resourceText.found}
    </Text>
    <CopyAddress url={resource.url} />
  </li>
);

/** Resources given for the appeal, their addresses ready to be copied. */
export const ResourcesPanel = ({ card, onGive }: ResourcesPanelProps): JSX.Element => {
  const { appeal, resources, allowed } = card;
  const remove = (resourceId: number): void =>
    void runCommand(
      'appeals.unlinkResource',
      { id: appeal.id, resourceId },
      { success: text.removed },
    );
  return (
    <Panel
      title={text.panel}
      actions={
        allowed.linkResource && <AddButton label={text.button} onClick={onGive} variant="light" />
      }
    >
      {resources.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <Stack component="ul" gap="sm" m={0} p={0} className={css['plain'] ?? ''}>
          {resources.map((resource) => (
            <GivenResource
              key={resource.id}
              resource={resource}
              onRemove={allowed.linkResource ? () => remove(resource.id) : null}
            />
          ))}
        </Stack>
      )}
    </Panel>
  );
};
