import type { CredentialRules, School } from '../../../contract/settings.ts';
import type { CredentialKind, CredentialOwner } from '../../../contract/credentials-fields.ts';
import {
  bold,
  documentOf,
  grid,
  mono,
  paragraph,
  portrait,
  qrCode,
} from '../../../documents/build.ts';
import type { Block, Content, DocumentModel, Paragraph } from '../../../documents/model.ts';
import { pageBox } from '../../../documents/paper.ts';
import type { PaperSettings } from '../../../documents/paper.ts';
import { nonBreaking } from '../../../domain/russian.ts';

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

/** Letters of a card above which everything is set smaller, so that eight still fit the page. */
const denseFrom = 100;

const isDense = ({ fullName, about, login }: Card): boolean =>
  fullName.length + about.join(' ').length + (login?.length ?? 0) > denseFrom;

/** A long value is set smaller so that it keeps to one line where it can. */
const valueSize = (value: string, dense: boolean): number => {
  if (value.length <= 16) return dense ? 11 : 14;
  if (value.length <= 24) return dense ? 10 : 12;
  return dense ? 8 : 9;
};

const labelled = (label: string, value: string, dense: boolean): Paragraph =>
  text([
    { text: `${label}: `, sizePt: dense ? 8 : 10 },
    mono(value, { bold: true, sizePt: valueSize(value, dense) }),
  ]);

const secretLabels: Readonly<Record<CredentialKind, string>> = {
  password: 'Пароль',
  invitation: 'Код приглашения',
  esia: '',
};

const accessBlocks = (card: Card): readonly Block[] => {
  const { kind, login, secret } = card;
  const dense = isDense(card);
  return [
    ...(login === null ? [] : [labelled('Логин', login, dense)]),
    ...(kind === 'esia'
      ? [text(sized('Вход через Госуслуги (ЕСИА), пароль школа не выдаёт.', dense ? 9 : 10))]
      : [labelled(secretLabels[kind], secret ?? '', dense)]),
  ];
};

/** The name stands beside the code, so a long one wraps instead of pushing the login away. */
const nameBlocks = (card: Card): readonly Block[] => {
  const dense = isDense(card);
  const nameSize = card.fullName.length > 34 ? 10 : 11;
  return [
    text([{ ...bold(marks[card.owner]), sizePt: dense ? 16 : 20 }]),
    text([{ ...bold(nonBreaking(card.fullName)), sizePt: dense ? 10 : nameSize }], 1),
  ];
};

const aboutBlocks = (card: Card): readonly Block[] =>
  card.about.map((line) => text(sized(line, isDense(card) ? 8 : 9)));

/** Where there is much to say, whose parent it is goes on below the code at the whole width. */
const personBlocks = (card: Card, siteUrl: string | null): readonly Block[] => {
  const [name, about] = [nameBlocks(card), aboutBlocks(card)];
  if (siteUrl === null) return [...name, ...about];
  return isDense(card)
    ? [qrCode(siteUrl, qrMm, ...name), ...about]
    : [qrCode(siteUrl, qrMm, ...name, ...about)];
};

const warning = 'Не передавать третьим лицам!';

const cardBlocks = (card: Card, { school, rules }: CardIssuer): readonly Block[] => {
  const { siteUrl, systemName } = rules;
  return [
    text(sized(`${school.shortName}. Электронный дневник «${systemName}»`, 8), 1),
    ...personBlocks(card, siteUrl),
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
