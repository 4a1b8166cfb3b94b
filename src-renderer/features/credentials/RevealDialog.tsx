import { Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useLock } from '../../api/lock.ts';
import { runCommand } from '../../api/commands.ts';
import { reveal as text } from '../../strings/credentials.ts';
import { DescriptionList } from '../../ui/index.ts';
import css from './credentials.module.css';

type Secret = OperationOutput<'credentials.reveal'>;

export interface Revealed extends Secret {
  readonly name: string;
}

/** Asks for one secret; the core writes down that it was looked at. Null after a refusal. */
export const revealSecret = async (row: {
  readonly id: number;
  readonly fullName: string;
}): Promise<Revealed | null> => {
  const secret = await runCommand('credentials.reveal', { id: row.id }, { undo: false });
  return secret && { ...secret, name: row.fullName };
};

const shownMs = 30_000;

/** One secret on screen for half a minute; it goes at once when the program locks. */
export const RevealDialog = ({
  revealed,
  onClose,
}: {
  readonly revealed: Revealed | null;
  readonly onClose: () => void;
}): JSX.Element => {
  useEffect(() => {
    if (!revealed) return undefined;
    const timer = setTimeout(onClose, shownMs);
    const stop = useLock.subscribe(({ locked }) => locked === true && onClose());
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [revealed, onClose]);
  return (
    <Modal opened={revealed !== null} onClose={onClose} title={text.title} size="sm">
      {revealed && (
        <Stack gap="sm">
          <Text fw={700}>{revealed.name}</Text>
          <DescriptionList
            items={[
              [text.login, revealed.login],
              [
                text.secret,
                <span key="secret" className={css['secret']}>
                  {revealed.secret}
                </span>,
              ],
            ]}
          />
          <Text size="sm" c="dimmed">
            {text.note}
          </Text>
        </Stack>
      )}
    </Modal>
  );
};
