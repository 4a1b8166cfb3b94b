import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { apply as text, questions } from '../../strings/people-import.ts';
import { Icon } from '../icons.tsx';
import css from './import.module.css';
import type { RejectedButtonProps } from './RejectedButton.tsx';
import { RejectedButton } from './RejectedButton.tsx';

export interface ApplyBarProps extends RejectedButtonProps {
  /** Questions without an answer. */
  readonly open: number;
  readonly skipOpen: boolean;
  readonly onSkipOpen: (skip: boolean) => void;
  readonly onApply: () => void;
  /** Something else of this kind of file still holds the writing back. */
  readonly blocked?: boolean;
  /** More consents of this kind of file. */
  readonly children?: ReactNode;
}

/** Open questions, what to do with them, and the button that writes. */
export const ApplyBar = (props: ApplyBarProps): JSX.Element => {
  const { preview, operation, open, skipOpen, onSkipOpen, onApply, children } = props;
  const { blocked = false } = props;
  const { counts } = preview;
  const isEmpty = counts.new + counts.changed + counts.questions === 0;
  return (
    <div className={css['bar']}>
      <Group gap="md">
        <RejectedButton preview={preview} operation={operation} />
        {isEmpty && <Text size="sm">{text.nothing}</Text>}
        {children}
        {open > 0 && (
          <>
            <Text size="sm" fw={700} role="status">
              {questions.open(open)}
            </Text>
            <Checkbox
              label={questions.skipOpen}
              checked={skipOpen}
              onChange={(event) => onSkipOpen(event.currentTarget.checked)}
            />
          </>
        )}
      </Group>
      <Button
        leftSection={<Icon name="check" size={16} />}
        disabled={isEmpty || blocked || (open > 0 && !skipOpen)}
        onClick={onApply}
      >
        {text.button}
      </Button>
    </div>
  );
};
