import { shortDate } from '../../../domain/russian.ts';
import { cell, column, mm, row, table } from '../../../documents/build.ts';
import type { TableColumn } from '../../../documents/model.ts';
import type { JournalData, JournalPupil, PupilGeneral } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import type { JournalPage } from './page.ts';
import { byHeight, pageHead, whoseLine } from './page.ts';

/** «Общие сведения об обучающихся»: only what the program keeps (S2 §8; domain.md §6). */

export const generalTitle = ({ owner }: JournalData): string =>
  owner === null ? 'Общие сведения об обучающихся' : 'Общие сведения об обучающемся';

const sizePt = 10;
const numberMm = 9;
const birthMm = 21;

interface GeneralColumn {
  readonly title: string;
  /** Share of what the number and the birth date leave; null: as wide as a date. */
  readonly share: number | null;
  textOf(pupil: JournalPupil, general: PupilGeneral | undefined): string;
}

const guardianText = ({
  relationName,
  fullName,
  phone,
}: PupilGeneral['guardians'][number]): string =>
  `${fullName} (${relationName})${phone === null ? '' : `\nтел. ${phone}`}`;

const name: GeneralColumn = {
  title: 'Фамилия, имя, отчество',
  share: 3,
  textOf: ({ fullName }) => fullName,
};

const birthDate: GeneralColumn = {
  title: 'Дата рождения',
  share: null,
  textOf: (_pupil, general) =>
    general === undefined || general.birthDate === null ? '' : shortDate(general.birthDate),
};

const address: GeneralColumn = {
  title: 'Адрес',
  share: 3,
  textOf: (_pupil, general) => general?.address ?? '',
};

const guardians: GeneralColumn = {
  title: 'Родители (законные представители)',
  share: 4,
  textOf: (_pupil, general) => (general?.guardians ?? []).map(guardianText).join('\n'),
};

/** Columns of the page; a field that the school keeps of nobody has none. */
const columnsOf = ({ pupils, general }: JournalData): readonly GeneralColumn[] => {
  const isKept = ({ textOf }: GeneralColumn): boolean =>
    pupils.some((pupil) => textOf(pupil, general.get(pupil.id)) !== '');
  return [name, birthDate, ...[address].filter(isKept), guardians];
};

/** Pages of the list; the pupils and their numbers are those of the class's list. */
export const generalPages = (
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const head = pageHead(geometry, generalTitle(data), whoseLine(data));
  const columns = columnsOf(data);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const unitMm = (measure.contentWidthMm - numberMm - birthMm) / shares;
  const widthMm = ({ share }: GeneralColumn): number => (share === null ? birthMm : share * unitMm);
  const linesOf = (text: string, one: GeneralColumn): number =>
    text
      .split('\n')
      .reduce((sum, part) => sum + measure.cellLines(part, widthMm(one), sizePt).length, 0);
  const rows = data.pupils.map((pupil, index) => {
    const texts = columns.map(({ textOf }) => textOf(pupil, data.general.get(pupil.id)));
    const lines = columns.map((one, at) => linesOf(texts[at] ?? '', one));
    return { number: index + 1, texts, heightMm: measure.rowMm(Math.max(...lines), sizePt) };
  });
  const headLines = columns.map((one) => linesOf(one.title, one));
  const room =
    measure.contentHeightMm - head.heightMm - measure.rowMm(Math.max(...headLines), sizePt) - 1;
  const widths: readonly TableColumn[] = [
    column(mm(numberMm), 'center'),
    ...columns.map((one) => column(mm(widthMm(one)))),
  ];
  return byHeight(rows, room, ({ heightMm }) => heightMm).map((part) => [
    ...head.blocks,
    table(
      widths,
      [row('№', ...columns.map(({ title }) => title))],
      part.map(({ number, texts }) => row(String(number), ...texts.map((text) => cell(text)))),
      { fontSizePt: sizePt },
    ),
  ]);
};
