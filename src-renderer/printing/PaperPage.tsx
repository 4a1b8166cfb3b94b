import type { JSX, Ref } from 'react';
import { useEffect, useState } from 'react';
import { showError } from '../api/toasts.tsx';
import { transport } from '../api/transport.ts';
import { preview as text } from '../strings/common.ts';
import css from './preview.module.css';
import type { SheetPage } from './sheets.ts';

export interface PaperPageProps {
  readonly ref: Ref<HTMLIFrameElement>;
  /** Of the print HTML. */
  readonly handle: string;
  readonly title: string;
  /** Null until the document is measured. */
  readonly page: SheetPage | null;
  readonly scale: number;
  readonly onLoad: () => void;
}

/** The address of the page for this frame alone; that of the page before until it is known. */
const usePrintUrl = (handle: string): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      try {
        const given = await transport.printUrl(handle);
        if (isWanted) setUrl(given);
      } catch (error) {
        if (isWanted) showError(error);
      }
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [handle]);
  return url;
};

/** The page itself: text in the frame, number and running line in the margins around it. */
export const PaperPage = ({
  ref,
  handle,
  title,
  page,
  scale,
  onLoad,
}: PaperPageProps): JSX.Element => {
  const url = usePrintUrl(handle);
  const { width, height } = page?.paper ?? { width: 794, height: 1123 };
  const margins = page?.margins ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const inHeader = { top: margins.top / 2 - 10, paddingInline: margins.left };
  return (
    <div
      className={page ? css['paper'] : `${css['paper']} ${css['waiting']}`}
      style={{ width: width * scale, height: height * scale }}
    >
      <div className={css['scaled']} style={{ width, height, transform: `scale(${scale})` }}>
        {page && page.header !== '' && (
          <div className={css['header']} style={inHeader}>
            {page.header}
          </div>
        )}
        {page && page.number !== null && (
          <div className={css['number']} style={inHeader}>
            {page.number}
          </div>
        )}
        {url !== null && (
          <iframe
            ref={ref}
            title={text.frame(title)}
            src={url}
            sandbox="allow-same-origin allow-modals"
            tabIndex={-1}
            className={css['frame']}
            style={{
              left: margins.left,
              top: margins.top,
              // A table's outer border stands half outside the text's width.
              width: width - margins.left - margins.right + 2,
              height: height - margins.top - margins.bottom,
            }}
            onLoad={onLoad}
          />
        )}
      </div>
    </div>
  );
};
