import type { PreviewCounts } from '../../../../src-main/contract/imports.ts';
import type { Preview } from './import-store.ts';

/** The plan in the counts all imports share: a vanished mark is a change of what is stored. */
export const barCounts = ({
  lessons,
  marks,
  finals,
  rejected,
  pupils,
}: Preview): PreviewCounts => ({
  new: lessons.new + marks.new + finals.new,
  changed: lessons.changed + marks.changed + finals.changed + marks.vanished + finals.vanished,
  same: lessons.same + marks.same + finals.same,
  rejected,
  questions: pupils.asked,
});
