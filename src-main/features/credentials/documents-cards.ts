import type { CredentialRules, School } from '../../contract/settings.ts';
import type { CredentialKind, CredentialOwner } from '../../contract/credentials-fields.ts';
import {
  bold,
  documentOf,
  grid,
  mono,
  paragraph,
  portrait,
  qrCode,
} from '../../documents/build.ts';
import type { Block, Content, DocumentModel, Paragraph } from '../../documents/model.ts';
import { pageBox } from '../../documents/paper.ts';
import type { PaperSettings } from '../../documents/paper.ts';
import { nonBreaking } from '../../domain/russian.ts';

/** Cards of credentials («карточки генерации», S2 §4; domain.md §10): 8 on A4, cut lines. */

export interface Card {
  readonly owner: CredentialOwner;
  readonly fullName: string;
  /** «Иванов Иван, 5А класс» of a guardian's card; the class alone of a student's. */
  readonly about: readonly string[];
  readonly kind: CredentialKind;
  readonly login: string | null;
  readonly secret: string | null;
}

export interface CardIssuer {
  readonly school: Pick<School, 'shortName'>;
  readonly rules: Pick<CredentialRules, 'systemName' | 'siteUrl'>;
}

const columns = 2;
const rowsOnPage = 4;
export const cardsOnPage = columns * rowsOnPage;

const paddingMm = 3;
const qrMm = 21;
/** Half a dashed line above and below each row. */
const borderMm = 0.5;

const marks: Readonly<Record<CredentialOwner, string>> = {
  guardian: 'РОДИТЕЛЬ',
  student: 'УЧЕНИК',
};

const text = (content: Content, afterPt = 0): Paragraph =>
  paragraph(content, { align: 'left', indentFirst: false, spacing: { afterPt } });

const sized = (value: string, sizePt: number) => [{ text: nonBreaking(value), sizePt }];

/** A long value is set smaller so that it keeps to one line where it can. */
const valueSize = (value: string): number => {
  if (value.length <= 16) return 14;
  return value.length <= 24 ? 12 : 9;
};

const labelled = (label: string, value: string): Paragraph =>
  text([{ text: `${label}: `, sizePt: 10 }, mono(value, { bold: true, sizePt: valueSize(value) })]);

const secretLabels: Readonly<Record<CredentialKind, string>> = {
  password: 'Пароль',
  invitation: 'Код приглашения',
  esia: '',
};

const accessBlocks = ({ kind, login, secret }: Card): readonly Block[] => [
  ...(login === null ? [] : [labelled('Логин', login)]),
  ...(kind === 'esia'
    ? [text(sized('Вход через Госуслуги (ЕСИА), пароль школа не выдаёт.', 10))]
    : [labelled(secretLabels[kind], secret ?? '')]),
];

/** Name lines stand beside the code, so a long name wraps instead of pushing the login away. */
const personBlocks = ({ owner, fullName, about }: Card): readonly Block[] => [
  text([{ ...bold(marks[owner]), sizePt: 20 }]),
  text([{ ...bold(nonBreaking(fullName)), sizePt: fullName.length > 34 ? 10 : 11 }], 1),
  ...about.map((line) => text(sized(line, 9))),
];

const warning = 'Не передавать третьим лицам!';

const cardBlocks = (card: Card, { school, rules }: CardIssuer): readonly Block[] => {
  const { siteUrl, systemName } = rules;
  const person = personBlocks(card);
  return [
    text(sized(`${school.shortName}. Электронный дневник «${systemName}»`, 8), 1),
    ...(siteUrl === null ? person : [qrCode(siteUrl, qrMm, ...person)]),
    ...accessBlocks(card),
    ...(siteUrl === null
      ? []
      : [
          text([
            { text: 'Сайт: ', sizePt: 9 },
            { text: siteUrl, sizePt: siteUrl.length > 60 ? 7 : 9 },
          ]),
        ]),
    text([{ ...bold(warning), sizePt: 9 }]),
  ];
};

/** Height of a row so that four fill the page, whatever the margins of the settings are. */
const rowHeightMm = (paper: PaperSettings): number =>
  Math.floor((pageBox(paper, 'portrait').contentHeightMm / rowsOnPage - borderMm) * 10) / 10;

/** Blocks of one card after another; made in chunks by the caller, so that it can be stopped. */
export const cardCells = (
  cards: readonly Card[],
  issuer: CardIssuer,
): readonly (readonly Block[])[] => cards.map((card) => cardBlocks(card, issuer));

/** The document of ready cells. It holds secrets and is never written to the disk. */
export const cardsDocument = (
  cells: readonly (readonly Block[])[],
  paper: PaperSettings,
): DocumentModel => ({
  ...documentOf(
    'Карточки с логинами и паролями',
    portrait([grid(columns, cells, { rowHeightMm: rowHeightMm(paper), paddingMm })], {
      pageNumbers: 'none',
    }),
  ),
  secret: true,
});
