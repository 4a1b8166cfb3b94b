import type { JSX, Ref } from 'react';
import { preview as text } from '../strings/common.ts';
import css from './preview.module.css';
import type { SheetPage } from './sheets.ts';

export interface PaperPageProps {
  readonly ref: Ref<HTMLIFrameElement>;
  readonly src: string;
  readonly title: string;
  /** Null until the document is measured. */
  readonly page: SheetPage | null;
  readonly scale: number;
  readonly onLoad: () => void;
}

/** The page itself: text in the frame, number and running line in the margins around it. */
export const PaperPage = ({
  ref,
  src,
  title,
  page,
  scale,
  onLoad,
}: PaperPageProps): JSX.Element => {
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
        <iframe
          ref={ref}
          title={text.frame(title)}
          src={src}
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
      </div>
    </div>
  );
};
