export { DocumentPreview } from './DocumentPreview.tsx';
export { usePreview } from './preview-store.ts';
export type { DocumentName, ShownDocument } from './preview-store.ts';
export { SheetPreview, useLiveSheet } from './SheetPreview.tsx';
