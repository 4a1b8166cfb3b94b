import type { Migration } from './index.ts';

/**
 * Whether a resource was prepared for the appeal or a ready one was given (S1). Of links made
 * before it was asked: ready when it was posted before the appeal, or has neither an author nor
 * the appeal a preparer; prepared when it has both and was posted since; in doubt (NULL) otherwise.
 */
export const preparedResources: Migration = {
  name: '0017-prepared-resources',
  statements: [
    `ALTER TABLE appeal_resources ADD COLUMN prepared INTEGER CHECK (prepared IN (0, 1))`,
    `UPDATE appeal_resources SET prepared = (
       SELECT CASE
         WHEN r.posted_on < a.registered_on THEN 0
         WHEN r.author_id IS NULL AND a.preparer_id IS NULL THEN 0
         WHEN r.author_id IS NOT NULL AND a.preparer_id IS NOT NULL THEN 1
       END
       FROM resources r, appeals a
       WHERE r.id = appeal_resources.resource_id AND a.id = appeal_resources.appeal_id)`,
  ],
};
