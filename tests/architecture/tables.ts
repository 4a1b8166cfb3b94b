import type { Source } from './source.ts';

/** Who owns each table of the database: its feature writes it, and decides what others may read. */

interface Owner {
  /** A room of `src-main/features`, or `database` for what it keeps itself. */
  readonly owner: string;
  /** Others may join it when they read; it is as stable as an exported function. */
  readonly published: boolean;
}

const own = (owner: string, published: readonly string[], hidden: readonly string[] = []) =>
  Object.fromEntries(
    [...published, ...hidden].map((table): [string, Owner] => [
      table,
      { owner, published: published.includes(table) },
    ]),
  );

export const owners: Readonly<Record<string, Owner>> = {
  ...own(
    'people',
    ['students', 'guardians', 'guardianships', 'teachers', 'classes', 'enrolments'],
    ['study_periods', 'distinct_people', 'name_cases'],
  ),
  ...own('people', ['teaching_assignments']),
  ...own(
    'marks',
    ['lessons', 'marks', 'final_marks', 'subjects'],
    ['code_tables', 'mark_codes', 'mark_coverages', 'mark_students', 'table_mappings'],
  ),
  ...own('calendar', ['school_years'], ['parallels', 'terms', 'holidays', 'moved_days']),
  ...own('absences', ['absences']),
  ...own('appeals', ['appeals', 'appeal_resources'], ['appeals_search', 'appeal_corrections']),
  ...own('resources', ['resources', 'work_entries']),
  ...own(
    'statements',
    ['statements'],
    ['access_decisions', 'statement_scans', 'form_templates', 'form_wordings'],
  ),
  ...own('sheets', ['sheets'], ['sheet_contents']),
  ...own(
    'credentials',
    [],
    ['credentials', 'credential_events', 'credential_secrets', 'credential_students'],
  ),
  ...own('passports', [], ['passports', 'passport_purges']),
  ...own('journal', [], ['journal_prints']),
  ...own('control', [], ['weekly_loads']),
  ...own('summary', [], ['summaries']),
  ...own('imports', ['imports']),
  ...own('lists', [], ['saved_views']),
  ...own('settings', [], ['settings']),
  ...own('lock', [], ['vault_keys', 'vault_attempts']),
  ...own('database', ['audit', 'audit_changes', 'lesson_figures'], ['counters', 'migrations']),
};

/** Undo and redo bring back rows of every table; they keep the rules of features by their guards. */
const writesAll = new Set(['audit']);

const featureOf = (path: string): string | null =>
  /^src-main\/features\/(?<name>[^/]+)\//u.exec(path)?.groups?.['name'] ?? null;

/** What a feature does with tables of others past their owner. */
export const tableBreaches = ({ path, tables }: Source): readonly string[] => {
  const feature = featureOf(path);
  if (feature === null || writesAll.has(feature)) return [];
  return tables.flatMap(({ name, isWritten }) => {
    const table = owners[name];
    if (!table || table.owner === feature) return [];
    if (isWritten) return [`${path}: writes ${name} of ${table.owner}`];
    return table.published ? [] : [`${path}: reads ${name} of ${table.owner}`];
  });
};
