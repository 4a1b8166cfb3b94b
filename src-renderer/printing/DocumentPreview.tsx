import { Alert, Loader, Modal } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { OutputFile } from '../../src-main/contract/fields.ts';
import { callOperation } from '../api/client.ts';
import { saveOutput } from '../api/files.ts';
import { messageOf, showError } from '../api/toasts.tsx';
import { transport } from '../api/transport.ts';
import { preview as text } from '../strings/common.ts';
import { useHotkey } from '../ui/hotkeys.ts';
import { PaperPage } from './PaperPage.tsx';
import { useIsUnasked } from '../ui/unasked.ts';
import type { Opened } from './preview-store.ts';
import { usePreview } from './preview-store.ts';
import css from './preview.module.css';
import type { Zoom } from './PreviewBar.tsx';
import { PreviewBar } from './PreviewBar.tsx';
import { confirmPrinted } from './recording.ts';
import type { SheetPage } from './sheets.ts';
import { pagesOf, showAll, showPage } from './sheets.ts';

/** False after a failure, which is shown. */
const attempt = async (work: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await work();
  } catch (error) {
    showError(error);
    return false;
  }
};

const saveDocx = async (document: string): Promise<boolean> =>
  saveOutput(await callOperation('printing.docx', { document }));

/** Prints every page; the one-page view is put back afterwards. */
const printFrame = (frame: HTMLIFrameElement, page: SheetPage): void => {
  const { contentWindow, contentDocument } = frame;
  if (!contentWindow || !contentDocument) return;
  showAll(contentDocument);
  contentWindow.print();
  showPage(contentDocument, page);
};

/** Room around the paper, both sides together. */
const deskPadding = 32;

const scaleOf = (
  zoom: Zoom,
  page: SheetPage | null,
  desk: { readonly width: number; readonly height: number },
): number => {
  if (zoom === 'actual' || !page || desk.width === 0) return 1;
  const byWidth = (desk.width - deskPadding) / page.paper.width;
  if (zoom === 'width') return Math.max(0.2, byWidth);
  return Math.max(0.2, Math.min(byWidth, (desk.height - deskPadding) / page.paper.height));
};

const usePages = () => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [pages, setPages] = useState<readonly SheetPage[]>([]);
  const [at, setAt] = useState(0);
  const page = pages[at] ?? null;
  const load = async (): Promise<void> => {
    const loaded = frame.current?.contentDocument;
    if (!loaded) return;
    await loaded.fonts.ready;
    setPages(pagesOf(loaded));
  };
  useEffect(() => {
    const loaded = frame.current?.contentDocument;
    if (page && loaded) showPage(loaded, page);
  }, [page]);
  const turnTo = (next: number): void => setAt(Math.max(0, Math.min(pages.length - 1, next)));
  return { frame, pages, page, at, load, turnTo };
};

/** Paper or a file came out: a print that is kept asks once, and a recorded run is over. */
const useOutcome = ({ recording }: Opened) => {
  const { close } = usePreview();
  return async (work: () => Promise<boolean>): Promise<void> => {
    if (!(await attempt(work)) || !recording) return;
    if (await confirmPrinted(recording)) close();
  };
};

const Preview = ({ shown }: { readonly shown: Opened }): JSX.Element => {
  const { close } = usePreview();
  const isUnasked = useIsUnasked();
  const finish = useOutcome(shown);
  const { document, title, printable = true } = shown;
  const [zoom, setZoom] = useState<Zoom>('page');
  const { frame, pages, page, at, load, turnTo } = usePages();
  const { ref: desk, width, height } = useElementSize();
  const html = useQuery({
    queryKey: ['preview', document],
    queryFn: () => callOperation('printing.html', { document }),
    // The same document never changes; its page stays as it was measured.
    staleTime: Infinity,
  });
  const print = async (file: OutputFile): Promise<boolean> => {
    if (transport.print) return transport.print(file.handle);
    if (frame.current && page) printFrame(frame.current, page);
    return true;
  };
  const { data } = html;
  const onPrint = (): void =>
    void (printable && isUnasked && data && page && finish(() => print(data)));
  useHotkey('Ctrl+KeyP', onPrint);
  useHotkey('PageDown', () => turnTo(at + 1));
  useHotkey('PageUp', () => turnTo(at - 1));
  useHotkey('Home', () => turnTo(0));
  useHotkey('End', () => turnTo(pages.length - 1));

  return (
    <div className={css['body']}>
      <PreviewBar
        title={title}
        page={at}
        total={pages.length}
        zoom={zoom}
        onZoom={setZoom}
        turn={(by) => turnTo(at + by)}
        ready={page !== null}
        printable={printable}
        onPrint={onPrint}
        onDocx={() => void finish(() => saveDocx(document))}
        onPdf={() => void (data && finish(() => transport.savePdf(data)))}
        onClose={close}
      />
      <div
        ref={desk}
        className={css['desk']}
        tabIndex={0}
        data-autofocus
        role="region"
        aria-label={text.frame(title)}
      >
        {html.error && (
          <Alert color="red" role="alert">
            {messageOf(html.error)}
          </Alert>
        )}
        {!page && !html.error && <Loader role="status" aria-label={text.preparing} />}
        {data && (
          <PaperPage
            ref={frame}
            handle={data.handle}
            title={title}
            page={page}
            scale={scaleOf(zoom, page, { width, height })}
            onLoad={() => void load()}
          />
        )}
      </div>
    </div>
  );
};

/** Full-screen preview of the document given to `usePreview`; the shell mounts it once. */
export const DocumentPreview = (): JSX.Element => {
  const { shown, close } = usePreview();
  const isUnasked = useIsUnasked();
  return (
    <Modal
      opened={shown !== null}
      onClose={close}
      closeOnEscape={isUnasked}
      fullScreen
      // Over the dialog it was opened from (200), under the messages (400).
      zIndex={250}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': shown?.title ?? '' } }}
      transitionProps={{ duration: 0 }}
    >
      {shown && <Preview key={shown.document} shown={shown} />}
    </Modal>
  );
};
