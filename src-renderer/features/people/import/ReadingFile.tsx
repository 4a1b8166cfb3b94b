import type { JSX } from 'react';
import { useEffect } from 'react';
import { ReadingPanel } from '../../../ui/imports/ReadingPanel.tsx';
import type { ImportItem } from './import-store.ts';
import { patchItem, useImports } from './import-store.ts';
import { startReading, stopReading } from './reading.ts';

/** A file that is being read, or the reason why it could not be. */
export const ReadingFile = ({ item }: { readonly item: ImportItem }): JSX.Element => {
  const { file, refusal } = item;
  const stage = useImports((store) => store.stage);
  useEffect(() => {
    if (refusal === null) void startReading(file.handle);
  }, [file.handle, refusal]);
  return (
    <ReadingPanel
      fileName={file.name}
      refusal={refusal}
      stage={stage}
      onAgain={() => patchItem(file.handle, { refusal: null })}
      onStop={() => stopReading(file.handle)}
    />
  );
};
