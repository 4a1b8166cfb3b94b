import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { runJob } from '../../../api/jobs.ts';
import { job } from '../../../strings/common.ts';
import { tab as text } from '../../../strings/marks-import.ts';
import { apply } from '../../../strings/people-import.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { ApplyBar } from '../../../ui/imports/ApplyBar.tsx';
import { ReadingPanel } from '../../../ui/imports/ReadingPanel.tsx';
import { FileDrop } from '../../../ui/index.ts';
import css from '../grid/grid.module.css';
import { ClassesPanel } from './ClassesPanel.tsx';
import { FilesPanel, Remedy } from './FilesPanel.tsx';
import type { Preview } from './import-store.ts';
import {
  addFiles,
  extensions,
  openQuestions,
  readFiles,
  stopReading,
  useImport,
} from './import-store.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { barCounts } from './plan-counts.ts';
import { PlanCodes } from './PlanCodes.tsx';
import { PlanRows } from './PlanRows.tsx';
import { ResultPanel } from './ResultPanel.tsx';

type View = keyof typeof text.views;

const Drop = (): JSX.Element => (
  <FileDrop extensions={extensions} multiple folders onFiles={addFiles} />
);

const commit = async ({ plan }: Preview): Promise<void> => {
  const { answers, skipOpen, skipBroken } = useImport.getState();
  const result = await runJob(
    'marks.commitImport',
    {
      plan,
      answers: Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value])),
      unanswered: skipOpen ? 'skip' : 'refuse',
      skipBroken,
    },
    { title: apply.progress, success: text.done },
  );
  if (result) useImport.setState({ result });
};

const Plan = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const store = useImport();
  const { brokenFiles, plan } = preview;
  return (
    <>
      <FilesPanel preview={preview} />
      <ClassesPanel plan={plan} />
      <PlanCodes preview={preview} />
      <PlanRows key={plan} preview={preview} />
      <ApplyBar
        preview={{ plan, counts: barCounts(preview) }}
        operation="marks.rejectedFile"
        open={openQuestions(store)}
        skipOpen={store.skipOpen}
        onSkipOpen={(skipOpen) => useImport.setState({ skipOpen })}
        blocked={brokenFiles > 0 && !store.skipBroken}
        onApply={() => void commit(preview)}
      >
        {brokenFiles > 0 && (
          <Checkbox
            label={text.skipBroken(brokenFiles)}
            checked={store.skipBroken}
            onChange={(event) => useImport.setState({ skipBroken: event.currentTarget.checked })}
          />
        )}
      </ApplyBar>
    </>
  );
};

/** Nothing was taken: the reason, and what would help. */
const Refusal = (): JSX.Element | null => {
  const { files, refusal } = useImport();
  const [only] = files;
  if (!refusal || !only) return null;
  const { handle, name } = only.file;
  return (
    <>
      <ReadingPanel
        fileName={text.namesOf(files.map(({ file }) => file.name))}
        refusal={refusal.message}
        stage={null}
        onAgain={() => void readFiles()}
        onStop={stopReading}
      />
      {files.length === 1 && (
        <Alert color="office" title={text.helpTitle(name)}>
          <Group gap="xs">
            <Text size="sm">
              {text.help[refusal.code as keyof typeof text.help] ?? text.helpOther}
            </Text>
            <Remedy file={handle} name={name} code={refusal.code} />
          </Group>
        </Alert>
      )}
    </>
  );
};

const Current = (): JSX.Element | null => {
  const { files, reading, progress, preview, result } = useImport();
  if (files.length === 0) return null;
  if (reading)
    return (
      <ReadingPanel
        fileName={text.namesOf(files.map(({ file }) => file.name))}
        refusal={null}
        stage={
          progress &&
          text.stage(
            job.stages[progress.stage] ?? progress.stage,
            job.step(progress.done, progress.total),
          )
        }
        onAgain={() => undefined}
        onStop={stopReading}
      />
    );
  if (!preview) return <Refusal />;
  return result ? <ResultPanel preview={preview} result={result} /> : <Plan preview={preview} />;
};

const Files = (): JSX.Element => {
  const isIdle = useImport(({ files }) => files.length === 0);
  const isRefused = useImport(({ refusal }) => refusal !== null);
  return (
    <div className={css['scroll']}>
      <Stack gap="sm">
        {isIdle && (
          <Text size="sm" c="dimmed" maw={820}>
            {text.intro}
          </Text>
        )}
        {(isIdle || isRefused) && <Drop />}
        <Current />
      </Stack>
    </div>
  );
};

/** Marks, lessons and homework from files: preview, questions, then all or nothing. */
export const ImportTab = (): JSX.Element => {
  const [view, setView] = useState<View>('files');
  return (
    <div className={css['tab']}>
      <Group>
        <SegmentField<View>
          name="view"
          label={text.view}
          value={view}
          onChange={setView}
          choices={choicesOf(text.views)}
        />
      </Group>
      {view === 'files' ? <Files /> : <ImportHistory />}
    </div>
  );
};
