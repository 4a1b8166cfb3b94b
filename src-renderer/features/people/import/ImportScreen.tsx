import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { screen as text } from '../../../strings/people-import.ts';
import type { UrlTab } from '../../../ui/index.ts';
import { FileDrop, Page, PageHeader, UrlTabs } from '../../../ui/index.ts';
import { TwoColumns } from '../../../ui/layout.tsx';
import css from '../people.module.css';
import { ApplyBar } from './ApplyBar.tsx';
import { FieldsPanel } from './FieldsPanel.tsx';
import { FileQueue } from './FileQueue.tsx';
import type { ImportItem } from './import-store.ts';
import { addFiles, useImports } from './import-store.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { PlanRows } from './PlanRows.tsx';
import { ReadingFile } from './ReadingFile.tsx';
import { RecognisedPanel } from './RecognisedPanel.tsx';
import { RelationsPanel } from './RelationsPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';

const extensions = ['xlsx', 'xls', 'ods', 'csv', 'txt', 'html'] as const;

const CurrentFile = ({ item }: { readonly item: ImportItem }): JSX.Element => {
  const { preview, result } = item;
  if (!preview) return <ReadingFile item={item} />;
  if (result) return <ResultPanel item={item} preview={preview} result={result} />;
  return (
    <>
      <RecognisedPanel item={item} preview={preview} />
      {preview.relationWords.length > 0 && (
        <RelationsPanel key={`words-${preview.plan}`} item={item} preview={preview} />
      )}
      {preview.personalFields.length > 0 && (
        <FieldsPanel key={`fields-${preview.plan}`} item={item} preview={preview} />
      )}
      <PlanRows key={preview.plan} item={item} preview={preview} />
      <ApplyBar item={item} preview={preview} />
    </>
  );
};

const Drop = (): JSX.Element => <FileDrop extensions={extensions} multiple onFiles={addFiles} />;

/** From the drop to the result; also a step of the first-run wizard. */
export const ImportFiles = (): JSX.Element => {
  const { items, current } = useImports();
  const item = items.find(({ file }) => file.handle === current);
  return (
    <Stack gap="sm">
      {items.length === 0 ? (
        <>
          <Text size="sm" c="dimmed" maw={820}>
            {text.intro}
          </Text>
          <Drop />
        </>
      ) : (
        <TwoColumns left={<Drop />} right={<FileQueue />} />
      )}
      {item && <CurrentFile key={item.file.handle} item={item} />}
    </Stack>
  );
};

const tabs: readonly UrlTab[] = [
  { key: 'files', title: text.files, content: () => <ImportFiles /> },
  {
    key: 'history',
    title: text.history,
    content: () => (
      <div className={css['tall']}>
        <ImportHistory />
      </div>
    ),
  },
];

export default function ImportScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.title} />
      <UrlTabs label={text.tabs} tabs={tabs} />
    </Page>
  );
}
