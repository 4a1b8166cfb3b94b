import { OfficeError } from '../../contract/errors.ts';
import type { CredentialRow } from '../../contract/credentials-fields.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Block } from '../../documents/model.ts';
import type { Asked, Context } from '../context.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import type { Card } from './forms/cards.ts';
import { cardCells, cardsDocument } from './forms/cards.ts';
import type { GuardianLine, LedgerHead } from './forms/ledger.ts';
import { guardianLedger, studentLedger } from './forms/ledger.ts';
import { reportDocument } from './forms/report.ts';
import { guardianLines, studentLines } from './ledger.ts';
import { byClassAndName, filteredRows, leftOutOf, rowsById } from './list.ts';
import { credentialReport } from './report.ts';
import type { SecretRecord } from './secrets.ts';
import { newestSecrets, unsealSecret } from './secrets.ts';
import { parallelTitle } from '../../domain/classes.ts';

/** Cards made between two looks at «отменить». */
const chunk = 100;

const aboutOf = (row: CredentialRow): readonly string[] => {
  if (row.owner === 'student') return row.className === '' ? [] : [`${row.className} класс`];
  const children = row.children.map(({ fullName, className }) =>
    className === null ? fullName : `${fullName}, ${className}`,
  );
  if (children.length === 0) return [];
  return [`${children.length === 1 ? 'Ученик(ца)' : 'Дети'}: ${children.join('; ')}`];
};

const selected = async (
  { selection }: Asked<'credentials.printCards'>,
  { db, clock }: Context,
): Promise<readonly CredentialRow[]> => {
  const today = clock.today();
  const rows =
    'ids' in selection
      ? await rowsById(db, selection.ids, today)
      : await filteredRows(db, selection.filters, today);
  return rows.toSorted(byClassAndName);
};

/** A card needs somebody to enter and something to enter with: revoked and wiped ones have nothing. */
const hasSomething = (row: CredentialRow): boolean =>
  row.state !== 'revoked' && (row.hasSecret || row.kind === 'esia');

const cardOf = (row: CredentialRow, secret: string | null): Card => ({
  owner: row.owner,
  fullName: row.fullName,
  about: aboutOf(row),
  kind: row.kind,
  login: row.login,
  secret,
});

const secretOf = (
  { vault }: Context,
  stored: ReadonlyMap<number, SecretRecord>,
  id: number,
): string | null => {
  const record = stored.get(id);
  return record ? unsealSecret(vault, record) : null;
};

/** Cards of the selection, by class and name. Nothing is written: the ledger stays as it was. */
export const printCards = async (
  input: Asked<'credentials.printCards'>,
  context: Context,
): Promise<OperationOutput<'credentials.printCards'>> => {
  const { db, documents, job } = context;
  const school = await requireSchool(db);
  const { credentials: rules, paper } = await readSettings(db);
  const all = await selected(input, context);
  const able = all.filter(hasSomething);
  const rows = able.filter(({ withheld }) => withheld === null);
  if (rows.length === 0)
    throw new OfficeError(
      'nothing-to-print',
      'Печатать нечего: в отборе нет карточек с паролем. Выданные под подпись пароли стёрты; оформите повторную выдачу. Карточки тех, кому сегодня выдавать нельзя, не печатаются: причина в столбце «Право получать» списка.',
    );
  const stored = await newestSecrets(
    db,
    rows.map(({ id }) => id),
  );
  const cells: (readonly Block[])[] = [];
  for (let done = 0; done < rows.length; done += chunk) {
    const part = rows.slice(done, done + chunk);
    const cards = part.map((row) => cardOf(row, secretOf(context, stored, row.id)));
    cells.push(...cardCells(cards, { school, rules }));
    await job.step({ stage: 'cards', done: done + part.length, total: rows.length });
  }
  const model = cardsDocument(cells, paper);
  return {
    document: documents.put(model),
    title: model.title,
    cards: rows.length,
    skipped: all.length - able.length,
    withheld: leftOutOf(able),
  };
};

const scopeOf = ({ className, parallel }: Asked<'credentials.printLedger'>): string | null => {
  if (className !== undefined) return `${className} класс`;
  return parallel === undefined ? null : `${parallelTitle(parallel)}-е классы`;
};

const emptyLine = {
  guardianName: '',
  studentName: '',
  className: '',
  given: '',
  issuedOn: null,
} as const;

/** Ledger 1 or 2 of Приложение № 6, filled or blank. */
export const printLedger = async (
  input: Asked<'credentials.printLedger'>,
  { db, clock, documents }: Context,
): Promise<OperationOutput<'credentials.printLedger'>> => {
  const school = await requireSchool(db);
  const { personalFrom, systemName } = (await readSettings(db)).credentials;
  const head: LedgerHead = { school, systemName, scope: scopeOf(input) };
  const blank = Array.from({ length: input.blankRows }, () => ({
    ...emptyLine,
    className: input.className ?? '',
  }));
  const today = clock.today();
  const blankLines = { lines: blank, withheld: [] };
  const guardians = async () =>
    input.blank ? blankLines : await guardianLines(db, input, personalFrom, today);
  const students = async () =>
    input.blank ? blankLines : await studentLines(db, input, personalFrom, today);
  const { lines, withheld } = input.table === 1 ? await guardians() : await students();
  if (lines.length === 0)
    throw new OfficeError(
      'nothing-to-print',
      'Для ведомости нет ни одной строки. Измените отбор или напечатайте пустой бланк. Те, кому сегодня выдавать нельзя, в неё не входят: причина в столбце «Право получать» списка.',
    );
  const model =
    input.table === 1
      ? guardianLedger(head, lines as readonly GuardianLine[])
      : studentLedger(head, lines);
  return { document: documents.put(model), title: model.title, rows: lines.length, withheld };
};

export const printReport = async ({
  db,
  clock,
  documents,
}: Context): Promise<OperationOutput<'credentials.printReport'>> => {
  const school = await requireSchool(db);
  const { systemName } = (await readSettings(db)).credentials;
  const today = clock.today();
  const model = reportDocument(await credentialReport(db, today), school, systemName, today);
  return { document: documents.put(model), title: model.title };
};
