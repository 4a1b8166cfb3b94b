import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { saveOutput } from '../../../api/files.ts';
import { runJob } from '../../../api/jobs.ts';
import { apply as text, questions } from '../../../strings/people-import.ts';
import { Icon } from '../../../ui/index.ts';
import css from '../people.module.css';
import type { ImportItem, Preview } from './import-store.ts';
import { openQuestions, patchItem } from './import-store.ts';

interface Props {
  readonly item: ImportItem;
  readonly preview: Preview;
}

export const RejectedButton = ({ preview }: { readonly preview: Preview }): JSX.Element | null => {
  const save = async (): Promise<void> => {
    const { plan } = preview;
    const file = await runJob('people.rejectedFile', { plan }, { title: text.saveRejected });
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

/** Open questions, what to do with them, and the button that writes. */
export const ApplyBar = ({ item, preview }: Props): JSX.Element => {
  const open = openQuestions(item);
  const { answers, skipOpen, file } = item;
  const { counts, plan } = preview;
  const isEmpty = counts.new + counts.changed + counts.questions === 0;
  const commit = async (): Promise<void> => {
    const result = await runJob(
      'people.commitImport',
      { plan, answers, unanswered: skipOpen ? 'skip' : 'refuse' },
      { title: text.progress, success: text.done(file.name) },
    );
    if (result) patchItem(file.handle, { result });
  };
  return (
    <div className={css['bar']}>
      <Group gap="md">
        <RejectedButton preview={preview} />
        {isEmpty && <Text size="sm">{text.nothing}</Text>}
        {open > 0 && (
          <>
            <Text size="sm" fw={700} role="status">
              {questions.open(open)}
            </Text>
            <Checkbox
              label={questions.skipOpen}
              checked={skipOpen}
              onChange={(event) =>
                patchItem(file.handle, { skipOpen: event.currentTarget.checked })
              }
            />
          </>
        )}
      </Group>
      <Button
        leftSection={<Icon name="check" size={16} />}
        disabled={isEmpty || (open > 0 && !skipOpen)}
        onClick={() => void commit()}
      >
        {text.button}
      </Button>
    </div>
  );
};
