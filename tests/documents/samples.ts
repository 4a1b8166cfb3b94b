/** Documents with every kind of block; all people are invented. */

import {
  bold,
  cell,
  centered,
  column,
  cutLine,
  documentOf,
  field,
  grid,
  heading,
  keepTogether,
  landscape,
  line,
  mm,
  note,
  pageBreak,
  paragraph,
  portrait,
  rightBlock,
  row,
  signature,
  small,
  spacer,
  table,
  title,
} from '../../src-main/documents/build.ts';
import type { Block, DocumentModel, TableRow } from '../../src-main/documents/model.ts';

const school = 'МБОУ «Средняя общеобразовательная школа № 12 имени А. С. Пушкина»';

const addressee = (blank: boolean): Block =>
  rightBlock(
    blank
      ? [
          line('Директору'),
          field('', null, { caption: '(наименование организации)' }),
          field('', null, { caption: '(фамилия, инициалы)' }),
          field('от', null, { caption: '(фамилия, имя, отчество родителя)' }),
          field('тел.', null),
        ]
      : [
          `Директору ${school}`,
          'Константинопольской Е. В.',
          'от Незнамовой Марии Александровны,',
          'проживающей по адресу: г. Зареченск, ул. Школьная, д. 5, кв. 17',
          'тел. +7 900 000-00-00',
        ],
    0.55,
  );

/** A statement with the header block, runs, signature lines and a tear-off strip. */
export const letter = (): DocumentModel =>
  documentOf(
    'Заявление об отказе',
    portrait([
      addressee(false),
      spacer(8),
      title('ЗАЯВЛЕНИЕ'),
      paragraph(
        'Прошу предоставлять информацию о текущей успеваемости моего ребёнка Незнамова Петра Ивановича, обучающегося 8 «А» класса, на бумажном носителе не реже 1 раза в неделю с 1 сентября 2026 г. в связи с отсутствием домашнего компьютера с доступом к сети интернет.',
      ),
      paragraph([
        { text: 'Мне разъяснено, что ' },
        bold('электронный дневник «ЭЖиД»'),
        { text: ' ведётся бесплатно; ' },
        { text: 'от услуги отказываюсь', italic: true },
        { text: ' <добровольно> & ' },
        { text: 'в полном объёме', underline: true },
        { text: '.' },
      ]),
      small('Основание: п. 7 плана мероприятий.', { spacing: { beforePt: 6, afterPt: 6 } }),
      signature(
        { role: 'Родитель (законный представитель)', name: 'Незнамова М. А.', date: null },
        { role: 'Классный руководитель', name: null, date: '1 сентября 2026 г.' },
      ),
      signature({ role: `Директор ${school}`, name: 'Константинопольская Е. В.' }),
      spacer(10),
      cutLine(),
      keepTogether(
        heading('Отметка о приёме'),
        field('Вх. №', '17/04', { after: 'от 2 сентября 2026 г.' }),
        field('Принял', null, { caption: '(должность, фамилия, инициалы)' }),
        note('Хранится 5 лет.'),
      ),
    ]),
  );

/** A form for handwriting. */
export const blank = (): DocumentModel =>
  documentOf(
    'Бланк заявления',
    portrait(
      [
        addressee(true),
        spacer(6),
        title('ЗАЯВЛЕНИЕ\nо невозможности пользоваться электронным дневником'),
        field('Прошу предоставлять сведения об успеваемости моего ребёнка', null, {
          caption: '(фамилия, имя, отчество обучающегося)',
        }),
        field('обучающегося', null, { after: 'класса' }),
        field('Причина:', null, { extraLines: 3 }),
        spacer(5),
        signature({ role: '«___» ____________ 20___ г.' }),
      ],
      { pageNumbers: 'none' },
    ),
  );

const subjects = ['Русский язык', 'Алгебра и начала математического анализа', 'Физика'];

export const journalRows = (count: number): readonly TableRow[] =>
  Array.from({ length: count }, (_, at) =>
    row(
      at + 1,
      at % 7 === 0
        ? 'Преображенская-Долгополова Анастасия Константиновна'
        : 'Незнамова Мария Ивановна',
      'Незнамов Пётр Иванович',
      `Основная, ${5 + (at % 5)} «А»`,
      subjects[at % 3],
      'Квадратные уравнения: дискриминант, теорема Виета',
      '01.09.2026',
      at % 2 === 0 ? 'Консультация проведена, задание выдано' : '',
    ),
  );

/** A wide journal with two head rows, one of them turned. */
export const journal = (count: number): DocumentModel =>
  documentOf(
    'Журнал обращений',
    landscape([
      title('Журнал регистрации обращений'),
      centered(school),
      spacer(3),
      table(
        [
          column(mm(12), 'center'),
          column(3),
          column(3),
          column(2),
          column(2.2),
          column(3),
          column(mm(24), 'center'),
          column(2.5),
        ],
        [
          row(
            cell('№ п/п', { rowSpan: 2, rotated: true, minHeightMm: 20, bold: true }),
            cell('Участники', { colSpan: 2, bold: true }),
            cell('Урок', { colSpan: 3, bold: true }),
            cell('Обращение', { colSpan: 2, bold: true }),
          ),
          row(
            'ФИО родителя',
            'ФИО обучающегося',
            'Программа, класс',
            'Предмет',
            'Тема',
            'Дата',
            'Результат',
          ),
        ],
        journalRows(count),
        { fontSizePt: 10 },
      ),
      spacer(4),
      signature({ role: 'Ответственный', name: 'Сидорова А. А.' }),
    ]),
  );

const card = (at: number): readonly Block[] => [
  centered([bold(at % 2 === 0 ? 'РОДИТЕЛЬ' : 'УЧЕНИК')]),
  small('Незнамова Мария Александровна', { align: 'center' }),
  small([{ text: 'Логин: ' }, bold(`user${at}`)]),
  small([{ text: 'Пароль: ' }, bold('Xy7-Qw9')]),
  small('Адрес: https://dnevnik.example'),
  note('Не сообщайте пароль другим лицам.'),
];

/** Eight cards to cut out of one sheet. */
export const cards = (): DocumentModel =>
  documentOf(
    'Карточки',
    portrait(
      [
        grid(
          2,
          Array.from({ length: 8 }, (_, at) => card(at)),
          { rowHeightMm: 62 },
        ),
      ],
      { pageNumbers: 'none' },
    ),
  );

/** Forced pages, two sections of different orientation, a count that begins anew. */
export const mixed = (): DocumentModel =>
  documentOf(
    'Смешанный документ',
    portrait([
      title('Первая'),
      paragraph('Текст первой страницы. '.repeat(120)),
      pageBreak(),
      paragraph('Третья страница'),
      pageBreak(),
      paragraph('Четвёртая страница'),
      pageBreak(),
    ]),
    landscape([title('Приложение'), ...(journal(50).sections[0]?.blocks.slice(2) ?? [])], {
      header: 'Приложение к приказу',
      mirroredMargins: true,
    }),
    portrait([paragraph('Новый счёт'), pageBreak(), paragraph('Вторая страница счёта')], {
      startPageNumber: 1,
    }),
  );
