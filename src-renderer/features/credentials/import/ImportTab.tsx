import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { callOperation } from '../../../api/client.ts';
import { kinds, list } from '../../../strings/credentials.ts';
import { load as text } from '../../../strings/credentials-desk.ts';
import { apply, recognised } from '../../../strings/people-import.ts';
import { appliedFacts, contentFacts, formatFacts } from '../../../ui/imports/facts.ts';
import { PlanPanel } from '../../../ui/imports/PlanPanel.tsx';
import { ReadingPanel } from '../../../ui/imports/ReadingPanel.tsx';
import { RejectedButton } from '../../../ui/imports/RejectedButton.tsx';
import { DescriptionList, FileDrop, Panel, navigate } from '../../../ui/index.ts';
import { GuardianPicker, StudentPicker } from '../../people/pickers.tsx';
import css from '../credentials.module.css';
import { ApplyBar } from './ApplyBar.tsx';
import type { PlanRow, Preview, Result } from './import-store.ts';
import {
  clearAnswers,
  closeFile,
  openQuestions,
  readFile,
  setAnswer,
  skipRest,
  stopReading,
  useImport,
} from './import-store.ts';

const extensions = ['txt', 'csv', 'xlsx', 'xls', 'ods', 'html'] as const;

const Recognised = ({ preview }: { readonly preview: Preview }): JSX.Element => (
  <Panel
    title={recognised.title}
    actions={
      <Button variant="subtle" size="compact-sm" onClick={closeFile}>
        {text.remove}
      </Button>
    }
  >
    <DescriptionList
      items={[
        ...contentFacts(preview),
        [text.owner, text.owners[preview.owner]],
        ...formatFacts(preview),
      ]}
    />
  </Panel>
);

/** Somebody who is not among the candidates. */
const Another = ({ row }: { readonly row: PlanRow }): JSX.Element => {
  const value = useImport((store) => store.answers[row.key]?.value);
  const isListed = row.candidates.some(({ id }) => id === value);
  const field = {
    name: row.key,
    label: text.another,
    value: typeof value === 'number' && !isListed ? value : null,
    onChange: (id: number | null) => setAnswer(row, id ?? 'skip'),
    width: 360,
  };
  return row.owner === 'guardian' ? <GuardianPicker {...field} /> : <StudentPicker {...field} />;
};

/** A new row changes nothing, so it says itself what it brings; secrets are in no answer. */
const withLogin = (row: PlanRow): PlanRow =>
  row.changes.length > 0
    ? row
    : {
        ...row,
        changes: [
          { field: 'kind', title: list.kind, was: null, becomes: row.kind && kinds[row.kind] },
          { field: 'login', title: list.login, was: null, becomes: row.login },
        ],
      };

const another = (row: PlanRow): JSX.Element => <Another row={row} />;

const Rows = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const { plan, counts } = preview;
  const store = useImport();
  const answers = Object.fromEntries(
    Object.entries(store.answers).map(([key, { value }]) => [key, value]),
  );
  return (
    <PlanPanel
      key={plan}
      plan={plan}
      counts={counts}
      load={async ({ status, ...page }, signal) => {
        const input = { plan, ...page, filters: { status } };
        const options = signal ? { signal } : {};
        const { total, rows } = await callOperation('credentials.listPlanRows', input, options);
        return { total, rows: rows.map(withLogin) };
      }}
      offersNew={false}
      more={another}
      answers={answers}
      open={openQuestions(store)}
      onAnswer={(row, answer) => answer !== 'new' && setAnswer(row, answer)}
      onAnswerRest={skipRest}
      onClear={clearAnswers}
    />
  );
};

const Done = ({ preview, result }: { readonly preview: Preview; readonly result: Result }) => (
  <Panel title={apply.result}>
    <Stack gap="md">
      <DescriptionList items={[...contentFacts(preview), ...appliedFacts(result.counts)]} />
      <Text size="sm">{text.after}</Text>
      <Group gap="xs">
        <Button onClick={() => navigate('/credentials?tab=print')}>{text.toCards}</Button>
        <Button variant="default" onClick={() => navigate('/credentials?tab=list')}>
          {text.toList}
        </Button>
        <RejectedButton preview={preview} operation="credentials.rejectedFile" />
        <Button variant="default" onClick={closeFile}>
          {text.next}
        </Button>
      </Group>
    </Stack>
  </Panel>
);

const CurrentFile = (): JSX.Element | null => {
  const { file, refusal, stage, preview, result } = useImport();
  if (!file) return null;
  if (!preview)
    return (
      <ReadingPanel
        fileName={file.name}
        refusal={refusal}
        stage={stage}
        onAgain={() => void readFile(file)}
        onStop={stopReading}
      />
    );
  if (result) return <Done preview={preview} result={result} />;
  return (
    <>
      <Recognised preview={preview} />
      <Rows preview={preview} />
      <ApplyBar preview={preview} />
    </>
  );
};

/** Files of the diary's system: preview, questions, then all rows or none. */
export const ImportTab = (): JSX.Element => {
  const isIdle = useImport(({ preview }) => preview === null);
  return (
    <div className={css['scroll']}>
      <Stack gap="sm">
        {isIdle && (
          <>
            <Text size="sm" c="dimmed" maw={820}>
              {text.intro}
            </Text>
            <FileDrop
              extensions={extensions}
              onFiles={([file]) => {
                if (file) void readFile(file);
              }}
            />
          </>
        )}
        <CurrentFile />
      </Stack>
    </div>
  );
};
