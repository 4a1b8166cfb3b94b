export { DocumentPreview } from './DocumentPreview.tsx';
export { openDocument, showDocument, useIsOnTop, usePreview } from './preview-store.ts';
export { confirmPrinted, recordingBy } from './recording.ts';
export { SheetPreview, useLiveSheet } from './SheetPreview.tsx';
export type { Recording } from './recording.ts';
