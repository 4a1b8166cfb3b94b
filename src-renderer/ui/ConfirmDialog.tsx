import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { buttons, fields } from '../strings/common.ts';
import type { AskedQuestion } from './confirm.ts';
import { useQuestion } from './confirm.ts';

const Question = ({ question }: { readonly question: AskedQuestion }): JSX.Element => {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const close = (): void => question.answer({ confirmed: false, reason: '' });
  const submit = (): void => {
    if (question.reason && reason.trim() === '') setMissing(true);
    else question.answer({ confirmed: true, reason: reason.trim() });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {question.message}
        </Text>
        {question.reason && (
          <Textarea
            data-autofocus
            label={question.reason.label}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={missing && reason.trim() === '' && fields.required}
            autosize
            minRows={2}
            required
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={close}
            data-autofocus={question.safe === true || undefined}
          >
            {question.cancel ?? buttons.cancel}
          </Button>
          <Button
            type="submit"
            data-autofocus={question.reason || question.safe ? undefined : true}
            {...(question.danger && { color: 'red' })}
          >
            {question.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Shows what `confirm` and `askReason` ask; the shell mounts it once. */
export const ConfirmDialog = (): JSX.Element => {
  const { question } = useQuestion();
  return (
    <Modal
      opened={question !== null}
      zIndex={300}
      onClose={() => question?.answer({ confirmed: false, reason: '' })}
      title={question?.title}
      size="sm"
    >
      {question && <Question question={question} />}
    </Modal>
  );
};
