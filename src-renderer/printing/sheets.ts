/** Geometry of a print page shown on screen: CSS columns of each section are its pages. */

export interface SheetPage {
  readonly sheet: HTMLElement;
  /** Column of the section, from 0. */
  readonly column: number;
  readonly columnStep: number;
  /** Pixels of the whole paper and of its margins. */
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly header: string;
  /** What is printed at the top centre; null = no number. */
  readonly number: number | null;
}

const pxPerMm = 96 / 25.4;

const marginsOf = (sheet: HTMLElement): SheetPage['margins'] => {
  const [top = 0, right = 0, bottom = 0, left = 0] = (sheet.dataset['margins'] ?? '')
    .split(' ')
    .map((mm) => Number(mm) * pxPerMm);
  return { top, right, bottom, left };
};

const mirrored = ({ left, right, ...rest }: SheetPage['margins']): SheetPage['margins'] => ({
  ...rest,
  left: right,
  right: left,
});

const isNumbered = (sheet: HTMLElement, column: number): boolean => {
  const mode = sheet.dataset['pageNumbers'];
  return mode === 'all' || (mode === 'from-second' && column > 0);
};

interface Numbering {
  readonly pages: readonly SheetPage[];
  readonly next: number;
}

const sheetPages = (sheet: HTMLElement, start: number): Numbering => {
  const width = sheet.clientWidth;
  const height = sheet.clientHeight;
  const style = sheet.ownerDocument.defaultView?.getComputedStyle(sheet);
  const gap = Number.parseFloat(style?.columnGap ?? '0') || 0;
  const count = Math.max(1, Math.round((sheet.scrollWidth + gap) / (width + gap)));
  const first = Number(sheet.dataset['startPage']) || start;
  const plain = marginsOf(sheet);
  const pages = Array.from({ length: count }, (_, column): SheetPage => {
    const number = first + column;
    const isTurned = sheet.dataset['mirrored'] === 'true' && number % 2 === 0;
    return {
      sheet,
      column,
      columnStep: width + gap,
      paper: {
        width: width + plain.left + plain.right,
        height: height + plain.top + plain.bottom,
      },
      margins: isTurned ? mirrored(plain) : plain,
      header: sheet.dataset['header'] ?? '',
      number: isNumbered(sheet, column) ? number : null,
    };
  });
  return { pages, next: first + count };
};

/** Every page of a loaded print page, in order; puts it into the preview mode first. */
export const pagesOf = (page: Document): readonly SheetPage[] => {
  page.documentElement.classList.add('preview');
  const all: SheetPage[] = [];
  let next = 1;
  for (const sheet of page.querySelectorAll<HTMLElement>('.sheet')) {
    const numbering = sheetPages(sheet, next);
    all.push(...numbering.pages);
    next = numbering.next;
  }
  return all;
};

/** Shows one page of the document and hides the rest. */
export const showPage = (page: Document, { sheet, column, columnStep }: SheetPage): void => {
  for (const other of page.querySelectorAll<HTMLElement>('.sheet')) {
    other.style.display = other === sheet ? '' : 'none';
    other.style.transform = other === sheet ? `translateX(${-column * columnStep}px)` : '';
  }
};

/** Takes off what `showPage` set, so that all pages print. */
export const showAll = (page: Document): void => {
  for (const sheet of page.querySelectorAll<HTMLElement>('.sheet')) {
    sheet.style.display = '';
    sheet.style.transform = '';
  }
};
