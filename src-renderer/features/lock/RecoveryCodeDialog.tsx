import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { code as text } from '../../strings/lock.ts';
import { Icon } from '../../ui/icons.tsx';
import { forgetRecoveryCode, useRecoveryCode } from './recovery-code.ts';
import css from './lock.module.css';

const CodeGroups = ({ groups }: { readonly groups: readonly string[] }): JSX.Element => (
  <ol className={css['code']} aria-label={text.title}>
    {groups.map((group, index) => (
      // Two groups may well be equal.
      // oxlint-disable-next-line react/no-array-index-key
      <li key={index} aria-label={text.group(index + 1)}>
        {group}
      </li>
    ))}
  </ol>
);

const Code = ({ code }: { readonly code: string }): JSX.Element => {
  const groups = code.split('-');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { run, busy } = useCommand('lock.confirmRecoveryKept');
  const confirm = async (): Promise<void> => {
    const right = typed.trim().toUpperCase() === groups.at(-1);
    setWrong(!right);
    if (right && (await run({}))) forgetRecoveryCode();
  };
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{text.once}</Text>
        <CodeGroups groups={groups} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {text.former}
          </Text>
          <Button
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            onClick={() => void showDocument('lock.printRecoveryCode', { code })}
          >
            {text.print}
          </Button>
        </Group>
        <TextInput
          label={text.confirm}
          description={text.confirmHint}
          value={typed}
          error={wrong && text.wrong}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {text.done}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** The code in force, shown once; closes only when its last group is typed from the sheet. */
export const RecoveryCodeDialog = (): JSX.Element => {
  const { code } = useRecoveryCode();
  return (
    <Modal
      opened={code !== null}
      onClose={() => undefined}
      title={text.title}
      size="md"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      {code !== null && <Code code={code} />}
    </Modal>
  );
};
