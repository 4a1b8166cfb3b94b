import { counted } from './common.ts';

/** «Какие сведения храним»: the section of the settings, and its part in the import of people. */

const students = (n: number): string => counted(n, 'ученика', 'учеников', 'учеников');
const guardians = (n: number): string => counted(n, 'родителя', 'родителей', 'родителей');

const holders = {
  studentSex: students,
  studentAddress: students,
  guardianPhone: guardians,
  guardianEmail: guardians,
  guardianAddress: guardians,
} as const;

type Field = keyof typeof holders;

export const personalFields = {
  tab: 'Какие сведения храним',
  hint: 'Для электронного дневника достаточно ФИО ученика и родителя, даты рождения и класса. Остальное школа хранит по своему решению и для своей цели. Цели ниже — предложение программы: замените их своими словами.',
  offHint:
    'Без отметки поля нет в карточках, списках, формах, печати и импорте. Уже записанное остаётся в базе скрытым, пока вы не нажмёте «Удалить у всех».',
  purpose: 'Зачем',
  purposeOf: (title: string) => `Зачем хранить: ${title}`,
  stored: (field: Field, n: number) => `Есть у ${holders[field](n)}.`,
  nobody: 'Ни у кого не указано.',
  hidden: (field: Field, n: number) => `Скрыто, но записано у ${holders[field](n)}.`,
  empty: 'Удалить у всех…',
  emptyOf: (title: string) => `Удалить у всех: ${title}`,
  emptyTitle: (title: string) => `Удалить у всех: ${title}?`,
  emptyQuestion: (field: Field, n: number) =>
    `Значение будет удалено у ${holders[field](n)}. Это одно действие, его можно отменить здесь и в «Истории изменений». Прежние значения останутся в истории изменений: программа её не очищает. Останутся они и в резервных копиях, сделанных раньше: ненужные копии удалите сами. В зарегистрированных заявлениях адрес и телефон остаются, как на бумаге.`,
  emptyConfirm: (field: Field, n: number) => `Удалить у ${holders[field](n)}`,
  emptied: (field: Field, n: number) => `Удалено у ${holders[field](n)}`,
  left: 'Прежние значения остаются в истории изменений, которую программа не очищает, и в копиях папки backups и на других дисках: ненужные копии удалите сами.',
} as const;

export const inFile = {
  title: 'Какие сведения взять из файла',
  hint: 'Снимите отметку с того, чего брать не нужно: в базе останется прежнее.',
  take: (title: string) => `Взять: ${title}`,
  why: (purpose: string, values: number) =>
    `Зачем: ${purpose}. В файле: ${counted(values, 'значение', 'значения', 'значений')}`,
  notKept: (title: string) => `Не берётся: ${title} — школа этого не хранит.`,
  turnOn: 'Включить: «Настройки» → «Какие сведения храним».',
  phoneHelps:
    'По телефону из файла программа различает только людей внутри этого файла и в базу его не пишет.',
} as const;
