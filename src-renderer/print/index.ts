export { DocumentPreview } from './DocumentPreview.tsx';
export { useIsOnTop } from './on-top.ts';
export { usePreview } from './preview-store.ts';
export type { DocumentName, ShownDocument } from './preview-store.ts';
export { confirmPrinted } from './recording.ts';
export type { Recording } from './recording.ts';
export { SheetPreview, useLiveSheet } from './SheetPreview.tsx';
