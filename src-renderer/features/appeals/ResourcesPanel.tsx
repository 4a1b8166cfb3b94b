import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { runCommand } from '../../api/commands.ts';
import { give as text } from '../../strings/appeals-card.ts';
import { card as resourceText } from '../../strings/resources.ts';
import { AddButton } from '../../ui/buttons.tsx';
import { Panel, StatusBadge, showDate } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { CopyAddress } from '../resources/CopyAddress.tsx';
import css from './appeals.module.css';

interface ResourcesPanelProps {
  readonly card: AppealCard;
  readonly onGive: () => void;
}

type Given = AppealCard['resources'][number];

/** Whether it was prepared for the appeal, and the other answer while it may be given. */
const PreparedMark = ({
  resource,
  onMark,
}: {
  readonly resource: Given;
  readonly onMark: ((prepared: boolean) => void) | null;
}): JSX.Element => {
  const { prepared, title } = resource;
  const known = prepared ? text.isPrepared : text.isReady;
  const answers = [true, false].filter((answer) => answer !== prepared);
  return (
    <Group gap="xs">
      <StatusBadge tone={prepared === null ? 'warning' : 'neutral'}>
        {prepared === null ? text.isUnknown : known}
      </StatusBadge>
      {onMark &&
        answers.map((answer) => {
          const mark = answer ? text.markPrepared : text.markReady;
          return (
            <Button
              key={mark}
              variant="subtle"
              size="compact-xs"
              aria-label={text.markFor(mark, title)}
              onClick={() => onMark(answer)}
            >
              {mark}
            </Button>
          );
        })}
    </Group>
  );
};

const GivenResource = ({
  resource,
  onRemove,
  onMark,
}: {
  readonly resource: Given;
  readonly onRemove: (() => void) | null;
  readonly onMark: ((prepared: boolean) => void) | null;
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
    <PreparedMark resource={resource} onMark={onMark} />
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
  const mark = (resourceId: number, prepared: boolean): void =>
    void runCommand(
      'appeals.setPrepared',
      { id: appeal.id, resourceId, prepared },
      { success: text.marked },
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
              onMark={allowed.setPrepared ? (prepared) => mark(resource.id, prepared) : null}
            />
          ))}
        </Stack>
      )}
    </Panel>
  );
};
