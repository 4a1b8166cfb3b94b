import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { saveOutput } from '../../../api/files.ts';
import { runJob } from '../../../api/jobs.ts';
import { load } from '../../../strings/credentials-desk.ts';
import { apply as text, questions } from '../../../strings/people-import.ts';
import { Icon } from '../../../ui/index.ts';
import css from '../credentials.module.css';
import type { Preview } from './import-store.ts';
import { openQuestions, useImport } from './import-store.ts';

/** The rejected rows with the reasons, without logins and secrets. */
export const RejectedButton = ({ preview }: { readonly preview: Preview }): JSX.Element | null => {
  const save = async (): Promise<void> => {
    const { plan } = preview;
    const file = await runJob('credentials.rejectedFile', { plan }, { title: text.saveRejected });
    if (file) await saveOutput(file);
  };
  return preview.counts.rejected === 0 ? null : (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      onClick={() => void save()}
    >
      {text.saveRejected}
    </Button>
  );
};

const commit = async ({ plan, fileName }: Preview): Promise<void> => {
  const { answers, acceptSpelling, skipOpen } = useImport.getState();
  const result = await runJob(
    'credentials.commitImport',
    {
      plan,
      answers: Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value])),
      acceptSpelling,
      unanswered: skipOpen ? 'skip' : 'refuse',
    },
    { title: text.progress, success: text.done(fileName) },
  );
  if (result) useImport.setState({ result });
};

/** Open questions, what to do with them, and the button that writes. */
export const ApplyBar = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const store = useImport();
  const open = openQuestions(store);
  const { counts, spellingOnly } = preview;
  const isEmpty = counts.new + counts.changed + counts.questions === 0;
  return (
    <div className={css['bar']}>
      <Group gap="md">
        <RejectedButton preview={preview} />
        {isEmpty && <Text size="sm">{text.nothing}</Text>}
        {spellingOnly > 0 && (
          <Checkbox
            label={load.acceptSpelling(spellingOnly)}
            checked={store.acceptSpelling}
            onChange={(event) =>
              useImport.setState({ acceptSpelling: event.currentTarget.checked })
            }
          />
        )}
        {open > 0 && (
          <>
            <Text size="sm" fw={700} role="status">
              {questions.open(open)}
            </Text>
            <Checkbox
              label={questions.skipOpen}
              checked={store.skipOpen}
              onChange={(event) => useImport.setState({ skipOpen: event.currentTarget.checked })}
            />
          </>
        )}
      </Group>
      <Button
        leftSection={<Icon name="check" size={16} />}
        disabled={isEmpty || (open > 0 && !store.skipOpen)}
        onClick={() => void commit(preview)}
      >
        {text.button}
      </Button>
    </div>
  );
};
