import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import type { ResourceDraft } from '../resources/ResourceFieldset.tsx';
import { emptyResource } from '../resources/ResourceFieldset.tsx';

/** A resource for the topic of the appeal: most of it is known already. */
export const resourceFor = (
  { subject, parallel, lessonTopic }: AppealRow,
  authorId: number | null,
): ResourceDraft =>
  emptyResource({ title: lessonTopic, subject, parallel, topic: lessonTopic, authorId });
