import { useIsUnasked, useSettled } from '../ui/unasked.ts';
import { usePreview } from './preview-store.ts';

/** False while a preview, a question or a running job is above the screen and owns its keys. */
export const useIsOnTop = (): boolean => {
  const isPreviewing = usePreview(({ shown }) => shown !== null);
  const isUnasked = useIsUnasked();
  return useSettled(!isPreviewing && isUnasked);
};
