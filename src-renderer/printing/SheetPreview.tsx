import { Alert, Button, Loader, Text } from '@mantine/core';
import { useDebouncedValue, useElementSize } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import type { OperationInput } from '../../src-main/contract/operations.ts';
import { callOperation } from '../api/client.ts';
import { messageOf } from '../api/toasts.tsx';
import { PaperPage } from './PaperPage.tsx';
import type { DocumentName, ShownDocument } from './preview-store.ts';
import { openDocument } from './preview-store.ts';
import type { SheetPage } from './sheets.ts';
import { pagesOf, showPage } from './sheets.ts';
import { livePreview as text } from '../strings/printing.ts';
import { Panel } from '../ui/page.tsx';
import css from './preview.module.css';

/** Room around the paper, both sides together. */
const padding = 24;

interface Shown extends ShownDocument {
  /** Of the print HTML. */
  readonly handle: string;
}

const shownOf = async (made: ShownDocument, signal: AbortSignal): Promise<Shown> => {
  const { document, title } = made;
  const { handle } = await callOperation('printing.html', { document }, { signal });
  return { document, title, handle };
};

/** The document of an operation and its print page, made anew when the input rests for a moment; none for null. */
export const useLiveSheet = <N extends DocumentName>(name: N, input: OperationInput<N> | null) => {
  const [settled] = useDebouncedValue(JSON.stringify(input), 350);
  return useQuery({
    queryKey: ['sheet', name, settled],
    queryFn: async ({ signal }) => {
      const asked = JSON.parse(settled) as OperationInput<N>;
      const made = await callOperation(name, asked, { signal });
      return { ...made, ...(await shownOf(made, signal)) };
    },
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
  });
};

const Sheet = ({ shown, width }: { readonly shown: Shown; readonly width: number }) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<SheetPage | null>(null);
  const load = async (): Promise<void> => {
    const loaded = frame.current?.contentDocument;
    if (!loaded) return;
    await loaded.fonts.ready;
    const [first] = pagesOf(loaded);
    if (!first) return;
    showPage(loaded, first);
    setPage(first);
  };
  const scale = page ? Math.max(0.2, (width - padding) / page.paper.width) : 1;
  return (
    <PaperPage
      ref={frame}
      handle={shown.handle}
      title={shown.title}
      page={page}
      scale={scale}
      onLoad={() => void load()}
    />
  );
};

export interface SheetPreviewProps {
  readonly query: ReturnType<typeof useLiveSheet>;
  readonly title?: string;
  /** What the page is, for screen readers. */
  readonly label: string;
  /** Below the title, e.g. that the sheet is still a blank. */
  readonly note?: string | null;
  /** False where printing has its own button, and its record. */
  readonly printable?: boolean;
}

/** The first page of a document beside the form that makes it. */
export const SheetPreview = ({
  query,
  label,
  title = text.title,
  note = null,
  printable = true,
}: SheetPreviewProps): JSX.Element => {
  const { ref, width } = useElementSize();
  const { data, error } = query;
  return (
    <Panel
      title={title}
      actions={
        data && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => openDocument({ ...data, printable })}
          >
            {text.full}
          </Button>
        )
      }
    >
      {note !== null && (
        <Text size="sm" c="dimmed" mb={6}>
          {note}
        </Text>
      )}
      {error && (
        <Alert color="red" role="alert">
          {messageOf(error)}
        </Alert>
      )}
      {!error && (
        <div ref={ref} className={css['beside']} role="region" aria-label={label}>
          {data && width > 0 ? (
            <Sheet shown={data} width={width} />
          ) : (
            <Loader size="sm" role="status" aria-label={text.waiting} />
          )}
        </div>
      )}
    </Panel>
  );
};
