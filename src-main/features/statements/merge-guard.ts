import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { replayStatements } from '../../domain/statement-chain.ts';
import type { MergedCards } from '../people/index.ts';
import type { Family } from './families.ts';
import { readFamilies } from './families.ts';
import type { StatementRecord } from './repository.ts';

interface Joined {
  readonly families: readonly Family[];
  readonly statements: readonly StatementRecord[];
}

/** Families as they are, and their statements as those of the kept card. */
const joinedFamilies = async (
  db: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<readonly Joined[]> => {
  if (kind === 'teacher') return [];
  if (kind === 'student') {
    const families = [...(await readFamilies(db, [keep, drop])).values()];
    return [{ families, statements: families.flatMap(({ statements }) => statements) }];
  }
  return [...(await readFamilies(db)).values()].map((family) => ({
    families: [family],
    statements: family.statements.map((row) =>
      row.guardianId === drop ? { ...row, guardianId: keep } : row,
    ),
  }));
};

/** Statements that could be made of two cards and cannot be of one, as «№ 3/2026». */
const clashesOf = ({ families, statements }: Joined): readonly string[] => {
  const before = new Set(
    families.flatMap(({ replay }) => replay.impossible.map(({ statement }) => statement.id)),
  );
  const applicant = families.find((one) => one.applicant.birthDate !== null) ?? families[0];
  if (!applicant) return [];
  const broken = new Set(
    replayStatements(statements, applicant.applicant).impossible.map(
      ({ statement }) => statement.id,
    ),
  );
  return statements
    .filter(({ id }) => broken.has(id) && !before.has(id))
    .map((row) => `№ ${formatRegistrationNumber(row)}`);
};

/**
 * Two papers of one person may exclude each other: which of them stands only a person knows (S2 §7).
 * @throws OfficeError `merge-statements-clash`
 */
export const refuseStatementsClash = async (trx: Knex, cards: MergedCards): Promise<void> => {
  const clashes = (await joinedFamilies(trx, cards)).flatMap(clashesOf);
  if (clashes.length === 0) return;
  throw new OfficeError(
    'merge-statements-clash',
    `Объединить нельзя: вместе с заявлениями другой карточки не могло быть принято заявление ${clashes.join(', ')}. Отзовите или отметьте ошибочным лишнее, потом объедините.`,
    clashes.map((message) => ({ path: 'drop', message })),
  );
};
