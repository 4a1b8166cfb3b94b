import {
  bold,
  centered,
  documentOf,
  field,
  heading,
  line,
  paragraph,
  portrait,
  spacer,
  table,
  cell,
  column,
  signature,
  title,
} from '../../documents/build.ts';
import type { DocumentModel } from '../../documents/model.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { nonBreaking, russianDateFull } from '../../domain/russian.ts';

export interface RecoverySheet {
  /** Groups with hyphens. */
  readonly code: string;
  /** Null before the requisites are filled in. */
  readonly schoolName: string | null;
  readonly today: IsoDate;
}

/** Three groups in a row, so that eye and finger keep the place. */
const codeTable = (code: string) => {
  const groups = code.split('-').map((group, index) =>
    cell([{ text: `${index + 1})  ` }, { ...bold(group), sizePt: 20 }], {
      align: 'center',
      verticalAlign: 'center',
      minHeightMm: 16,
    }),
  );
  return table([column(1), column(1), column(1)], [], [groups.slice(0, 3), groups.slice(3)]);
};

/** «Код восстановления»: the sheet for the safe, with what it is for and what losing it means. */
export const recoverySheet = ({ code, schoolName, today }: RecoverySheet): DocumentModel => ({
  secret: true,
  ...documentOf(
    'Код восстановления',
    portrait([
      ...(schoolName === null ? [] : [centered(nonBreaking(schoolName)), spacer(6)]),
      title('Код восстановления\nпрограммы «Школьная канцелярия»'),
      spacer(4),
      codeTable(code),
      spacer(4),
      line(`Действует с даты: ${russianDateFull(today)}`),
      spacer(4),
      heading('Для чего он нужен'),
      paragraph(
        'Код открывает программу, если забыт пароль: на экране входа выберите «Забыли пароль?», введите код и задайте новый пароль. После этого программа даст новый код, а этот перестанет действовать.',
      ),
      paragraph(
        'Заглавные и строчные буквы и дефисы значения не имеют. Букв О и I в коде нет: это цифры 0 и 1.',
      ),
      heading('Как хранить'),
      paragraph(
        'Храните лист в сейфе, в запечатанном конверте. Не фотографируйте и не держите рядом с компьютером: у кого есть код и база, тот прочитает все данные.',
      ),
      paragraph(
        'Если потеряны и пароль, и код, войти в программу не сможет никто; зашифрованные поля — пароли электронного дневника и паспортные данные — не прочитает никто, даже разработчик.',
      ),
      spacer(8),
      signature({ role: 'Лист принял на хранение', date: null }),
      spacer(4),
      field('Место хранения:', null),
    ]),
  ),
});
