import type { Columns, WantedColumns } from '../header.ts';

const STUDENT = '(?:учен|учащ|обучающ|ребен|дет[яеи]|воспитанник|участник)';
const GUARDIAN = '(?:родител|представител|опекун)';
const FULL = '(?:фио|фамилия имя|имя)';

const either = (one: string, other: string): RegExp =>
  new RegExp(`${one}.*${other}|${other}.*${one}`, 'u');

/** Columns of credentials files (formats.md J); order and spelling differ between systems. */
export const CREDENTIAL_COLUMNS = {
  login: [
    'логин',
    /^(?:логин|login)/u,
    /имя пользователя|учетная запись|идентификатор пользователя/u,
    /^(?:e-?mail|электронная почта|эл почта)$/u,
  ],
  password: ['пароль', /парол|password/u],
  code: [/код (?:приглашения|активации|доступа|регистрации)|приглашени|пригласительн/u],
  esia: [/(?:^|[^\p{L}])(?:есиа|госуслуги|госуслуг)(?:$|[^\p{L}])/u],
  kind: [/^(?:вид|тип|способ)(?: (?:входа|доступа|учетной записи|данных))?$/u],
  role: [/^(?:роль|кому|категория|владелец|чья карточка)$/u],
  student: ['фио ученика', either(FULL, STUDENT), new RegExp(`^${STUDENT}\\p{L}*$`, 'u')],
  studentLast: [either('фамилия(?! имя)', STUDENT)],
  studentFirst: [either('(?<!фамилия )имя', STUDENT)],
  studentMiddle: [either('(?<!имя )отчество', STUDENT)],
  guardian: [
    'фио родителя',
    either(FULL, GUARDIAN),
    new RegExp(`^(?:законный )?${GUARDIAN}\\p{L}*$`, 'u'),
  ],
  guardianLast: [either('фамилия(?! имя)', GUARDIAN)],
  guardianFirst: [either('(?<!фамилия )имя', GUARDIAN)],
  guardianMiddle: [either('(?<!имя )отчество', GUARDIAN)],
  fullName: ['фио', 'фамилия имя отчество', /^(?:фио|фамилия и? ?имя)/u, 'пользователь'],
  lastName: ['фамилия'],
  firstName: ['имя'],
  middleName: ['отчество'],
  className: [
    'класс',
    /^(?:учебный |текущий )?класс(?: |$|\/|-)/u,
    /(?:^| )класс(?: ученика| ребенка)?$/u,
  ],
  birthDate: [either('рожд', STUDENT), 'дата рождения', 'дата рожд', 'д р', 'др'],
} as const satisfies WantedColumns<string>;
export type CredentialColumn = keyof typeof CREDENTIAL_COLUMNS;

/** Documents' numbers are not even looked at (S2 §8). */
export const NEVER = /снилс|паспорт|документ|полис|свидетельств|(?:^|[^\p{L}])инн(?:$|[^\p{L}])/u;

export const namesGuardian = (columns: Columns<CredentialColumn>): boolean =>
  columns.guardian !== undefined || columns.guardianLast !== undefined;

export const namesStudent = (columns: Columns<CredentialColumn>): boolean =>
  columns.student !== undefined || columns.studentLast !== undefined;

export const namesOwner = (columns: Columns<CredentialColumn>): boolean =>
  columns.fullName !== undefined ||
  (columns.lastName !== undefined && columns.firstName !== undefined);

/** Some secret or way of signing in, and somebody whose it is. */
export const isCredentialTable = (columns: Columns<CredentialColumn>): boolean =>
  (columns.login !== undefined || columns.code !== undefined || columns.esia !== undefined) &&
  (columns.password !== undefined ||
    columns.code !== undefined ||
    columns.esia !== undefined ||
    columns.kind !== undefined) &&
  (namesOwner(columns) || namesStudent(columns) || namesGuardian(columns));
