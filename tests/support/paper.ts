import { paper } from '../../src-main/contract/settings.ts';
import type { PaperSettings } from '../../src-main/documents/paper.ts';

/** The paper of an office that changed nothing. */
export const defaultPaper: PaperSettings = paper.parse({});
