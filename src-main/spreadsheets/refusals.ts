import { OfficeError } from '../contract/errors.ts';

/** Reasons why a file is not read at all. Nothing of a refused file is stored. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-big'
  | 'file-zip-bomb'
  | 'file-truncated'
  | 'file-encrypted'
  | 'file-unknown-format'
  | 'file-unreadable';

const MESSAGES: Readonly<Record<FileRefusal, string>> = {
  'file-empty': 'Файл пуст. Выгрузите его заново и выберите ещё раз.',
  'file-too-big':
    'Файл слишком большой для загрузки. Разделите его на части, например по классам, и загрузите по очереди.',
  'file-zip-bomb':
    'Файл не открыт: после распаковки он занял бы слишком много памяти. Так бывает у повреждённых или вредоносных файлов. Откройте его в Excel, сохраните под новым именем и попробуйте снова.',
  'file-truncated':
    'Файл обрывается: он скачан или скопирован не полностью. Скачайте или скопируйте его заново.',
  'file-encrypted':
    'Файл защищён паролем. Откройте его в Excel, снимите пароль (Файл → Сведения → Защита книги), сохраните и выберите снова.',
  'file-unknown-format':
    'Это не таблица. Подходят файлы Excel (xlsx, xls), OpenDocument (ods), CSV и таблицы HTML. Сохраните данные в одном из этих видов.',
  'file-unreadable':
    'Файл повреждён, прочитать его не удалось. Откройте его в Excel, сохраните как «Книга Excel (*.xlsx)» и выберите снова.',
};

/** A coded refusal of a file; `detail` is added to the usual text, `cause` goes to the log. */
export const refuseFile = (code: FileRefusal, detail = '', cause?: unknown): OfficeError => {
  const error = new OfficeError(code, detail ? `${MESSAGES[code]} ${detail}` : MESSAGES[code]);
  if (cause !== undefined) error.cause = cause;
  return error;
};

/** Turns whatever the reading library threw into a coded refusal; coded errors pass unchanged. */
export const asRefusal = (error: unknown): OfficeError => {
  if (error instanceof OfficeError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(text)) return refuseFile('file-encrypted', '', error);
  if (/truncat|unexpected end|out of bounds|offset is outside/i.test(text))
    return refuseFile('file-truncated', '', error);
  return refuseFile('file-unreadable', '', error);
};
