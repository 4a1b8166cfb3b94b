import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { printedNumber } from '../../../src-main/domain/numbering.ts';
import { showDocument } from '../../printing/index.ts';
import { appeals, registered as text } from '../../strings/appeals.ts';
import { Icon, Panel, navigate, showDate } from '../../ui/index.ts';
import { appealLink } from '../people/links.ts';
import css from './appeals.module.css';
import type { Registered } from './RegisterForm.tsx';

export interface RegisteredNoteProps {
  readonly appeal: Registered;
  readonly onAnother: () => void;
}

/** The registration number in large type and what to do next. */
export const RegisteredNote = ({ appeal, onAnother }: RegisteredNoteProps): JSX.Element => {
  return (
    <Panel>
      <Stack gap="md" role="status">
        <div>
          <Text c="dimmed">{text.title}</Text>
          <div className={css['number']}>{appeals.number(printedNumber(appeal), appeal.year)}</div>
          <Text>{text.due(showDate(appeal.dueOn))}</Text>
        </div>
        <div>
          <Title order={2} fz={15}>
            {text.next}
          </Title>
          <ol className={css['next']}>
            {text.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <Group gap="xs">
          <Button autoFocus onClick={() => navigate(appealLink(appeal.id))}>
            {text.open}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            onClick={() => void showDocument('appeals.printCard', { id: appeal.id })}
          >
            {text.print}
          </Button>
          <Button variant="default" onClick={onAnother}>
            {text.another}
          </Button>
          <Button variant="subtle" onClick={() => navigate('/appeals')}>
            {text.journal}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
