import type { Columns, WantedColumns } from '../header.ts';

/**
 * Columns with documents' data must not even be looked at (formats.md F): type, series, number,
 * СНИЛС, passport, policy, certificate, ИНН.
 */
export const DOCUMENT_COLUMNS =
  /документ|паспорт|снилс|полис|свидетельств|удостоверен|(?:^|[^\p{L}])(?:инн|омс|серия)(?:$|[^\p{L}])/u;

const STUDENT = '(?:учен|учащ|обучающ|ребен|воспитанник|участник)';
const GUARDIAN = '(?:родител|представител|опекун)';
const TEACHER = '(?:педагог|учител|преподавател|сотрудник|работник)';
const FULL = '(?:фио|фамилия имя|имя)';

const either = (one: string, other: string): RegExp =>
  new RegExp(`${one}.*${other}|${other}.*${one}`, 'u');

const classTitles = ['класс', /^(?:учебный |текущий )?класс(?: |$|\/|-)/u] as const;
const plainBirth = ['дата рождения', 'дата рожд', 'д р', 'др'] as const;

const addressPart = (name: string): readonly RegExp[] => [
  new RegExp(`(?:прожив|фактич).* / (?:${name})`, 'u'),
  new RegExp(`(?:^|/ )(?:${name})$`, 'u'),
];

const ADDRESS_COLUMNS = {
  settlement: addressPart('населенный пункт|нас пункт|город|село|поселок'),
  streetType: addressPart('тип улицы'),
  street: addressPart('название улицы|улица'),
  house: addressPart('дом|номер дома|№ дома'),
  building: addressPart('корпус|строение|корп'),
  flat: addressPart('квартира|кв|номер квартиры|№ квартиры'),
  address: [
    'адрес проживания',
    /^(?!.*(?: \/ |электрон|mail|регистр)).*адрес/u,
    /^[^/]*адрес[^/]*$/u,
  ],
} as const;

export const STUDENT_COLUMNS = {
  fullName: [
    'фио',
    'фамилия имя отчество',
    either(FULL, STUDENT),
    /^(?:фио|фамилия и? ?имя)/u,
    new RegExp(`^${STUDENT}\\p{L}*$`, 'u'),
  ],
  lastName: ['фамилия', /^фамилия(?! и? ?имя)/u],
  firstName: ['имя', /^имя(?! отч)(?: |$)/u],
  middleName: ['отчество', /^отчество/u],
  className: classTitles,
  parallel: ['параллель', 'номер класса'],
  letter: ['литера', 'буква', 'литер', /^(?:литера|буква)/u],
  birthDate: [...plainBirth, /^(?!.*(?:мест|год)).*рожд/u],
  sex: ['пол', /^пол(?: |$)/u],
  ...ADDRESS_COLUMNS,
} as const satisfies WantedColumns<string>;
export type StudentColumn = keyof typeof STUDENT_COLUMNS;

export const GUARDIAN_COLUMNS = {
  guardian: [
    'фио родителя',
    either(FULL, GUARDIAN),
    new RegExp(`^(?:законный )?${GUARDIAN}\\p{L}*$`, 'u'),
    // Any other title that speaks of a parent but is none of his particulars.
    new RegExp(
      `^(?!.*(?:телефон|(?:^| )тел(?: |$)|рожд|адрес|почт|mail|родств)).*${GUARDIAN}`,
      'u',
    ),
  ],
  guardianLast: [either('фамилия(?! имя)', GUARDIAN)],
  guardianFirst: [either('(?<!фамилия )имя', GUARDIAN)],
  guardianMiddle: [either('(?<!имя )отчество', GUARDIAN)],
  student: ['фио ученика', either(FULL, STUDENT), new RegExp(`^${STUDENT}\\p{L}*$`, 'u')],
  studentLast: [either('фамилия(?! имя)', STUDENT)],
  studentFirst: [either('(?<!фамилия )имя', STUDENT)],
  studentMiddle: [either('(?<!имя )отчество', STUDENT)],
  relation: ['степень родства', /родств|кем приходится/u, /^(?:статус|отношение|кто)$/u],
  phone: ['телефон', /мобильн|сотов/u, /телефон|(?:^| )тел(?: |$)/u],
  email: [/e-?mail|имейл|мейл|электронн\p{L}* ?(?:почт|адрес)|эл ?-?почт/u],
  birthDate: [either('рожд', STUDENT), ...plainBirth],
  className: [...classTitles, /(?:^|\/ )класс/u],
  address: ['адрес проживания', 'адрес', /^(?!.*(?:электрон|mail)).*адрес/u],
} as const satisfies WantedColumns<string>;
export type GuardianColumn = keyof typeof GUARDIAN_COLUMNS;

export const TEACHER_COLUMNS = {
  fullName: [
    'фио педагога',
    either(FULL, TEACHER),
    new RegExp(`^${TEACHER}\\p{L}*$`, 'u'),
    'фио',
    'фамилия имя отчество',
  ],
  lastName: ['фамилия', /^фамилия(?! и? ?имя)/u],
  firstName: ['имя'],
  middleName: ['отчество'],
  subject: ['предмет', /предмет|дисциплин/u],
  classTeacher: ['классный руководитель', /классн\p{L}* рук|кл рук/u],
  classes: ['класс', 'классы', /^класс(?!\p{L}* рук)/u],
} as const satisfies WantedColumns<string>;
export type TeacherColumn = keyof typeof TEACHER_COLUMNS;

export const hasStudentName = (columns: Columns<StudentColumn>): boolean =>
  columns.fullName !== undefined ||
  (columns.lastName !== undefined && columns.firstName !== undefined);

export const hasClass = (columns: Columns<StudentColumn>): boolean =>
  columns.className !== undefined ||
  (columns.parallel !== undefined && columns.letter !== undefined);

export const isGuardianTable = (columns: Columns<GuardianColumn>): boolean =>
  (columns.guardian !== undefined || columns.guardianLast !== undefined) &&
  (columns.student !== undefined || columns.studentLast !== undefined);

export const isTeacherTable = (columns: Columns<TeacherColumn>): boolean =>
  columns.subject !== undefined &&
  (columns.fullName !== undefined ||
    (columns.lastName !== undefined && columns.firstName !== undefined));
