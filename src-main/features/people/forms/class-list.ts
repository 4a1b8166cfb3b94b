import type { OperationOutput } from '../../../contract/operations.ts';
import {
  cell,
  centered,
  column,
  documentOf,
  landscape,
  line,
  mm,
  portrait,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel, TableCell, TableColumn } from '../../../documents/model.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { counted, nonBreaking, russianDate, shortDate } from '../../../domain/russian.ts';
import type { Asked } from '../../context.ts';

type Card = OperationOutput<'people.class'>;
type Member = Card['members'][number];
type Options = Asked<'people.printClassList'>;

interface ListColumn {
  readonly head: string;
  readonly shape: TableColumn;
  readonly text: (member: Member, index: number) => string;
  readonly share: number;
}

const sexLetter = { male: 'м', female: 'ж' } as const;

const fixed = (
  head: string,
  width: number,
  text: ListColumn['text'],
  align: 'left' | 'center' = 'center',
): ListColumn => ({ head, shape: column(mm(width), align), text, share: 0 });

const shared = (head: string, share: number, text: ListColumn['text']): ListColumn => ({
  head,
  shape: column(share),
  text,
  share,
});

/** Non-breaking spaces only: a hyphen would let the number break at the end of a line. */
const spacedPhone = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/u, '+7\u00A0$1\u00A0$2\u00A0$3\u00A0$4');

const phoneOf = (phone: string | null): string => (phone === null ? '' : spacedPhone(phone));

const lines = (text: (guardian: Member['guardians'][number]) => string) => (member: Member) =>
  member.guardians
    .map(text)
    .filter((line) => line !== '')
    .join('\n');

/** A phone stands in the line of its owner: two columns would part them where a name wraps. */
const contactColumns = ({ guardians, phones }: Options): readonly ListColumn[] => {
  if (!guardians)
    return phones
      ? [
          fixed(
            'Телефоны',
            42,
            lines(({ phone }) => phoneOf(phone)),
            'left',
          ),
        ]
      : [];
  const named = lines(({ fullName, phone }) =>
    phones && phone !== null ? `${fullName}, ${phoneOf(phone)}` : fullName,
  );
  const head = 'Родители (законные представители)';
  return [phones ? shared(`${head}, телефон`, 6, named) : shared(head, 4, named)];
};

const columnsOf = (options: Options): readonly ListColumn[] => [
  fixed('№\nп/п', 11, (_member, index) => String(index + 1)),
  shared('Фамилия, имя, отчество', 4, (member) => member.fullName),
  ...(options.birthDate
    ? [
        fixed('Дата рождения', 26, ({ birthDate }) =>
          birthDate === null ? '' : shortDate(birthDate),
        ),
      ]
    : []),
  ...(options.sex ? [fixed('Пол', 11, ({ sex }) => (sex === null ? '' : sexLetter[sex]))] : []),
  ...(options.address ? [shared('Адрес', 4, ({ address }) => address ?? '')] : []),
  ...contactColumns(options),
  ...options.blankColumns.map((head) => shared(head, 1, () => '')),
];

/** Narrow columns with a title for ticks: the title is turned so that it fits. */
const headCell = (head: string, options: Options): TableCell =>
  options.blankColumns.length > 4 && options.blankColumns.includes(head) && head !== ''
    ? cell(head, { rotated: true, minHeightMm: 30, verticalAlign: 'center' })
    : cell(head, { bold: true, verticalAlign: 'center' });

/**
 * «Список класса»: № | ФИО | chosen columns | empty columns. Landscape when it grows wide.
 * `schoolName` and `date` stand in the heading.
 */
export const classListDocument = (
  card: Card,
  options: Options,
  { schoolName, date }: { readonly schoolName: string; readonly date: IsoDate },
): DocumentModel => {
  const columns = columnsOf(options);
  const name = `Список ${card.class.className} класса`;
  const blocks = [
    centered(schoolName),
    title(`${name}\n${card.class.schoolYear} учебный год`),
    centered(nonBreaking(`на ${russianDate(date)}`)),
    spacer(3),
    table(
      columns.map(({ shape }) => shape),
      [row(...columns.map(({ head }) => headCell(head, options)))],
      card.members.map((member, index) => row(...columns.map(({ text }) => text(member, index)))),
    ),
    spacer(3),
    line(`Всего: ${counted(card.members.length, 'ученик', 'ученика', 'учеников')}`),
    spacer(5),
    signature({ role: 'Классный руководитель', name: card.class.classTeacher }),
  ];
  const isWide =
    columns.reduce((sum, { share }) => sum + share, 0) > 9 || options.blankColumns.length > 6;
  return documentOf(name, (isWide ? landscape : portrait)(blocks));
};
