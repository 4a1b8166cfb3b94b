import type { Knex } from 'knex';

/** An import as the history tells of it; its counts stand beside these, as its feature wrote them. */
interface ImportRow {
  readonly id: number;
  /** For `audit.undo`. */
  readonly auditId: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly fileName: string;
  /** Whether the import was taken back. */
  readonly undone: boolean;
}

/** @param kinds whose counts have the shape `Counts` */
export const importsOf = async <Counts>(
  db: Knex,
  kinds: readonly string[],
): Promise<readonly (ImportRow & Counts)[]> => {
  const records: (Omit<ImportRow, 'undone'> & {
    readonly counts: string;
    readonly undone: 0 | 1;
  })[] = await db({ i: 'imports' })
    .join({ a: 'audit' }, 'a.id', 'i.audit_id')
    .whereIn('i.kind', kinds)
    .select(
      {
        id: 'i.id',
        auditId: 'i.audit_id',
        at: 'i.at',
        actor: 'a.actor',
        kind: 'i.kind',
        fileName: 'i.file_name',
        counts: 'i.counts',
      },
      db.raw('a.undone_by IS NOT NULL AS undone'),
    );
  return records.map(({ counts, undone, ...row }) => ({
    ...row,
    ...(JSON.parse(counts) as Counts),
    undone: undone === 1,
  }));
};
