import type { JSX } from 'react';
import { runJob } from '../../../api/jobs.ts';
import { apply as text } from '../../../strings/people-import.ts';
import { ApplyBar as PlanBar } from '../../../ui/imports/ApplyBar.tsx';
import type { ImportItem, Preview } from './import-store.ts';
import { openQuestions, openWords, patchItem } from './import-store.ts';

interface Props {
  readonly item: ImportItem;
  readonly preview: Preview;
}

export const ApplyBar = ({ item, preview }: Props): JSX.Element => {
  const { answers, skipOpen, file } = item;
  const { plan } = preview;
  const commit = async (): Promise<void> => {
    const result = await runJob(
      'people.commitImport',
      { plan, answers, unanswered: skipOpen ? 'skip' : 'refuse' },
      { title: text.progress, success: text.done(file.name) },
    );
    if (result) patchItem(file.handle, { result });
  };
  return (
    <PlanBar
      preview={preview}
      operation="people.rejectedFile"
      open={openQuestions(item)}
      skipOpen={skipOpen}
      onSkipOpen={(skip) => patchItem(file.handle, { skipOpen: skip })}
      blocked={openWords(item) > 0}
      onApply={() => void commit()}
    />
  );
};
