import { counted } from './common.ts';

/** Sentences shared by the screens of people; each kind of people has a file beside this one. */

export const screens = {
  students: 'Обучающиеся',
  student: 'Карточка обучающегося',
  newStudent: 'Новый обучающийся',
  guardians: 'Родители',
  guardian: 'Карточка родителя',
  newGuardian: 'Новый родитель',
  teachers: 'Педагоги',
  teacher: 'Карточка педагога',
  newTeacher: 'Новый педагог',
  classes: 'Классы',
  class: 'Карточка класса',
  import: 'Импорт людей',
  importHistory: 'История загрузок людей',
  duplicates: 'Дубликаты',
} as const;

export const pickers = {
  student: 'Обучающийся',
  guardian: 'Родитель',
  teacher: 'Педагог',
  class: 'Класс',
  classHint: 'Например, 8А',
  schoolYear: 'Учебный год',
  studentHint: (className: string | null, birthDate: string): string => {
    if (className !== null && birthDate !== '') return `${className}, род. ${birthDate}`;
    if (className !== null) return `${className}, дата рождения не указана`;
    return birthDate === ''
      ? 'не учится, дата рождения не указана'
      : `не учится, род. ${birthDate}`;
  },
  guardianHint: (phone: string | null, children: readonly string[]): string => {
    const who = children.length > 0 ? children.join('; ') : 'детей в школе нет';
    return phone === null ? who : `${who} · ${phone}`;
  },
  teacherHint: (position: string | null, subjects: readonly string[]): string =>
    [position, subjects.join(', ')].filter(Boolean).join(' · ') || 'должность не указана',
  classOption: (programme: string, students: number): string =>
    `${programme}, ${counted(students, 'обучающийся', 'обучающихся', 'обучающихся')}`,
} as const;

export const names = {
  fullName: 'ФИО',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  birthDate: 'Дата рождения',
  age: 'Возраст',
  sex: 'Пол',
  address: 'Адрес',
  phone: 'Телефон',
  email: 'Электронная почта',
  className: 'Класс',
  parallel: 'Параллель',
  relation: 'Кем приходится',
  namesake: 'Это другой человек: полный тёзка уже есть в базе',
  years: (age: number): string => counted(age, 'год', 'года', 'лет'),
} as const;

export const sexes = { male: 'мужской', female: 'женский' } as const;
export const sexesShort = { male: 'м', female: 'ж' } as const;

export const relations = {
  mother: 'мать',
  father: 'отец',
  parent: 'родитель',
  'adoptive-parent': 'усыновитель',
  guardian: 'опекун (попечитель)',
  organisation: 'представитель организации',
  proxy: 'представитель по доверенности',
  'not-representative': 'не представитель',
} as const;

export const list = {
  import: 'Импорт из файла',
  newHint: 'Создать (Ctrl+N или F2)',
} as const;

export const confirms = {
  deleteTitle: 'Удалить карточку?',
  delete: 'Удалить',
} as const;
