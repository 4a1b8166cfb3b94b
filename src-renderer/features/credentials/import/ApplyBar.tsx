import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { runJob } from '../../../api/jobs.ts';
import { load } from '../../../strings/credentials-desk.ts';
import { apply as text } from '../../../strings/people-import.ts';
import { ApplyBar as PlanBar } from '../../../ui/imports/ApplyBar.tsx';
import type { Preview } from './import-store.ts';
import { openQuestions, useImport } from './import-store.ts';

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

export const ApplyBar = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const store = useImport();
  const { spellingOnly } = preview;
  return (
    <PlanBar
      preview={preview}
      operation="credentials.rejectedFile"
      open={openQuestions(store)}
      skipOpen={store.skipOpen}
      onSkipOpen={(skipOpen) => useImport.setState({ skipOpen })}
      onApply={() => void commit(preview)}
    >
      {spellingOnly > 0 && (
        <Checkbox
          label={load.acceptSpelling(spellingOnly)}
          checked={store.acceptSpelling}
          onChange={(event) => useImport.setState({ acceptSpelling: event.currentTarget.checked })}
        />
      )}
    </PlanBar>
  );
};
