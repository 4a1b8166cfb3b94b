import type { School } from '../../../contract/settings.ts';
import {
  cell,
  centered,
  column,
  documentOf,
  landscape,
  mm,
  portrait,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel, TableRow } from '../../../documents/model.ts';
import { shortDate } from '../../../domain/russian.ts';

/** Ledgers of handing out credentials (S2 §4, Приложение № 6). A password never stands in them. */

/** A line of table 1; names are empty where a person writes them by hand. */
export interface GuardianLine {
  readonly guardianName: string;
  readonly studentName: string;
  readonly className: string;
  readonly given: string;
  readonly issuedOn: string | null;
}

export interface StudentLine {
  readonly studentName: string;
  readonly className: string;
  readonly issuedOn: string | null;
}

export interface LedgerHead {
  readonly school: Pick<School, 'shortName'>;
  readonly systemName: string;
  /** «8А класс», «7 классы»; null for the whole school. */
  readonly scope: string | null;
}

const handHeightMm = 9;

const dateOf = (issuedOn: string | null): string => (issuedOn === null ? '' : shortDate(issuedOn));

const headBlocks = ({ school, systemName, scope }: LedgerHead, who: string) => [
  centered(school.shortName),
  title(
    `Ведомость выдачи логинов и паролей ${who}\nдля входа в электронный дневник «${systemName}»`,
    scope === null ? {} : { spacing: { afterPt: 2 } },
  ),
  ...(scope === null ? [] : [centered(scope), spacer(3)]),
];

const high = (texts: readonly string[]): TableRow =>
  texts.map((text) => cell(text, { minHeightMm: handHeightMm, verticalAlign: 'center' }));

const ending = [
  spacer(8),
  signature({ role: 'Ведомость составил(а)', name: null, date: null }),
] as const;

/** Table 1: parents. */
export const guardianLedger = (head: LedgerHead, lines: readonly GuardianLine[]): DocumentModel =>
  documentOf(
    'Ведомость выдачи логинов и паролей родителям',
    landscape([
      ...headBlocks(head, 'родителям (законным представителям)'),
      table(
        [
          column(mm(12), 'center'),
          column(5),
          column(5),
          column(mm(16), 'center'),
          column(4.4),
          column(mm(24), 'center'),
          column(mm(32)),
        ],
        [
          row(
            '№\nп/п',
            'ФИО родителя (законного представителя)',
            'ФИО ученика',
            'Класс',
            'Что выдано',
            'Дата',
            'Подпись',
          ),
        ],
        lines.map((line, index) =>
          high([
            String(index + 1),
            line.guardianName,
            line.studentName,
            line.className,
            line.given,
            dateOf(line.issuedOn),
            '',
          ]),
        ),
      ),
      ...ending,
    ]),
  );

/** Table 2: students who receive their own. */
export const studentLedger = (head: LedgerHead, lines: readonly StudentLine[]): DocumentModel =>
  documentOf(
    'Ведомость выдачи логинов и паролей ученикам',
    portrait([
      ...headBlocks(head, 'ученикам'),
      table(
        [
          column(mm(12), 'center'),
          column(5),
          column(mm(16), 'center'),
          column(mm(24), 'center'),
          column(mm(28)),
          column(2.6),
        ],
        [row('№\nп/п', 'ФИО ученика', 'Класс', 'Дата', 'Подпись', 'Выдал')],
        lines.map((line, index) =>
          high([
            String(index + 1),
            line.studentName,
            line.className,
            dateOf(line.issuedOn),
            '',
            '',
          ]),
        ),
      ),
      ...ending,
    ]),
  );
