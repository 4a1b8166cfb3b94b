/**
 * The report package and its seal (domain.md §4). Pure functions: the collector reads packages of
 * schools with them.
 */
import { createHash } from 'node:crypto';
import type { ErrorField } from '../../contract/errors.ts';
import type { PackageContent, SummaryPackage } from '../../contract/summary-package.ts';
import { packageSchemaVersion, summaryPackage } from '../../contract/summary-package.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
};

/** JSON with keys sorted by code units and no spaces: equal values give equal text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of the canonical JSON in UTF-8, hex. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');

/** Content with its hash, as the JSON file holds it. */
export const sealPackage = <C extends PackageContent>(
  content: C,
): C & { readonly sha256: string } => ({
  ...content,
  sha256: contentHash(content),
});

export type PackageCheck =
  | { readonly ok: true; readonly summary: SummaryPackage }
  | {
      readonly ok: false;
      readonly code: 'package-foreign' | 'package-newer' | 'package-invalid' | 'package-tampered';
      /** Russian text for the protocol of the collector. */
      readonly message: string;
      readonly fields: readonly ErrorField[];
    };

const refused = (
  code: Extract<PackageCheck, { ok: false }>['code'],
  message: string,
  fields: readonly ErrorField[] = [],
): PackageCheck => ({ ok: false, code, message, fields });

const headOf = (json: unknown): { readonly kind?: unknown; readonly schemaVersion?: unknown } =>
  typeof json === 'object' && json !== null ? json : {};

/**
 * Checks a parsed JSON package of this or an earlier program: its kind, its schema version, every field and the hash. Key order
 * and spaces do not matter; any changed value does.
 * @public the published format is read by whoever collects; a test reads back what was written
 */
export const verifyPackage = (json: unknown): PackageCheck => {
  const { kind, schemaVersion } = headOf(json);
  if (kind !== 'information-summary')
    return refused('package-foreign', 'Это не файл информационной справки.');
  if (typeof schemaVersion === 'number' && schemaVersion > packageSchemaVersion)
    return refused(
      'package-newer',
      `Справка сделана более новой программой (версия формата ${schemaVersion}). Обновите программу.`,
    );
  const parsed = summaryPackage.safeParse(json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    const places = fields.map((field) => field.path).join(', ');
    return refused('package-invalid', `В файле справки неверные поля: ${places}.`, fields);
  }
  const { sha256, ...content } = parsed.data;
  if (contentHash(content) !== sha256)
    return refused(
      'package-tampered',
      'Содержимое справки изменено после фиксации: контрольная сумма не совпадает. Запросите файл заново.',
    );
  return { ok: true, summary: parsed.data };
};
