import type { PackageContent } from '../../../contract/summary-package.ts';
import {
  cell,
  column,
  documentOf,
  field,
  keepTogether,
  landscape,
  line,
  note,
  paragraph,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel } from '../../../documents/model.ts';
import { splitFullName } from '../../../domain/names.ts';
import {
  hoursNumber,
  initialsFirst,
  nonBreaking,
  russianDate,
  russianDateFull,
  shortDate,
} from '../../../domain/russian.ts';
import type { Figures } from '../../../domain/summary.ts';
import { countingTextOf, reissueOf } from '../content.ts';
import {
  packageFileName,
  summaryColumns,
  summaryNameCaption,
  summaryTitleBody,
  summaryTitleHead,
} from '../../../domain/summary.ts';

/** Figures as the form shows them: hours as «12,5», the rest as whole numbers. */
export const figureText = (figures: Figures, figure: keyof Figures): string =>
  figure === 'quarterHours' ? hoursNumber(figures.quarterHours) : `${figures[figure]}`;

/** «Директор МБОУ «СОШ № 1»»; the post alone while the school has no name. */
export const signerRole = ({ director, school }: PackageContent): string =>
  [director.position, school.shortName].filter((part) => part !== null).join(' ');

/** «И. О. Фамилия» of a full name; a name that cannot be split is printed as it is. */
export const signedName = (fullName: string): string => {
  const name = splitFullName(fullName);
  return name ? initialsFirst(name.lastName, name.firstName, name.middleName) : fullName;
};

/** The period stands in a line of its own, whatever the length of its dates. */
const titleBlocks = (body: string): readonly Block[] => [
  title(summaryTitleHead, { spacing: { afterPt: 2 } }),
  title(nonBreaking(body.replace('организациях с ', 'организациях\nс ')), {
    spacing: { afterPt: 10 },
  }),
];

/** The name of the municipality over its rule, the caption below, as on the form of S1. */
const nameLine = (name: string | null): readonly Block[] => [
  field('', name, { caption: summaryNameCaption }),
  spacer(4),
];

const widths = [1.1, 1.25, 1, 1.1, 1.45];

const figuresTable = (figures: Figures | null): Block =>
  table(
    widths.map((width) => column(width, 'center')),
    [row(...summaryColumns.map(({ head }) => cell(head, { verticalAlign: 'center' })))],
    [
      summaryColumns.map(({ figure }) =>
        cell(figures === null ? '' : figureText(figures, figure), {
          verticalAlign: 'center',
          minHeightMm: 14,
        }),
      ),
    ],
  );

/** The rule of two weeks and what was counted by it, as sentences of one note. */
export const ruleSentences = (content: PackageContent): string =>
  [`Применённое правило. ${content.rule.text}`, countingTextOf(content)]
    .filter((part) => part !== null)
    .join(' ');

const ruleNote = (content: PackageContent): Block =>
  note(nonBreaking(ruleSentences(content)), { spacing: { beforePt: 6 } });

/** «Версия 2 от 16.05.2026 взамен версии 1: исправлены реквизиты». */
export const issueText = (content: PackageContent): string => {
  const instead = reissueOf(content);
  const issued = `Версия ${content.version} от ${shortDate(content.preparedOn)}`;
  return instead === null
    ? issued
    : `${issued} взамен версии ${instead}: исправлены реквизиты, показатели те же`;
};

/** A place for handwriting where nobody is known. */
const blankExecutor = 'Исполнитель: ______________________________  тел. ____________________';

/** Left out by choice in a school with requisites, left for handwriting in one without. */
const executorLines = ({ executor, school }: PackageContent): readonly Block[] => {
  const { name, phone } = executor;
  const who = [name, phone === null ? null : `тел. ${phone}`].filter((part) => part !== null);
  if (who.length === 0 && school.name !== null) return [];
  const text = who.length === 0 ? blankExecutor : `Исполнитель: ${who.join(', ')}`;
  return [note(text, { align: 'left', spacing: { beforePt: 8 } })];
};

const page = (name: string, blocks: readonly Block[], header?: string): DocumentModel =>
  documentOf(name, landscape(blocks, header === undefined ? {} : { header }));

const issuedBlocks = (content: PackageContent): readonly Block[] => [
  ...titleBlocks(summaryTitleBody(content.period)),
  ...nameLine(content.school.municipality),
  figuresTable(content.figures),
  ruleNote(content),
  keepTogether(
    spacer(4),
    line(russianDate(content.preparedOn)),
    signature({
      role: nonBreaking(signerRole(content)),
      ...(content.director.name !== null && { name: signedName(content.director.name) }),
    }),
    ...executorLines(content),
  ),
];

/** The official form of a finalised version (S1 Приложение 2), its seal as the last line. */
export const summaryForm = (content: PackageContent, sha256: string): DocumentModel => {
  const { period, school, version } = content;
  const seal = `${issueText(content)}. Контрольная сумма SHA-256: ${sha256}`;
  return page(packageFileName(period.to, school.shortName, version), [
    ...issuedBlocks(content),
    note(seal, { align: 'left' }),
  ]);
};

/** The same form before finalising: figures may still change, so the page says it is a draft. */
export const draftForm = (content: PackageContent): DocumentModel =>
  page(
    `Справка_обращения_${content.period.to}_проект`,
    issuedBlocks(content),
    `Проект: справка не зафиксирована, показатели на ${shortDate(content.preparedOn)}`,
  );

const blankDate = '«___» ______________ 20___ года';

const blankBody = (): string => {
  const [from, to] = ['2001-01-01', '2002-02-02'];
  return summaryTitleBody({ from, to })
    .replace(russianDateFull(from), blankDate)
    .replace(russianDateFull(to), blankDate);
};

/** The form for handwriting; the municipality is known before the figures are. */
export const blankForm = (municipality: string | null): DocumentModel =>
  page('Справка_обращения_бланк', [
    ...titleBlocks(blankBody()),
    ...nameLine(municipality),
    figuresTable(null),
    spacer(6),
    keepTogether(
      line(blankDate.replace('года', 'г.')),
      signature({ role: 'Руководитель' }),
      spacer(4),
      paragraph(blankExecutor, { style: 'small', align: 'left' }),
    ),
  ]);
