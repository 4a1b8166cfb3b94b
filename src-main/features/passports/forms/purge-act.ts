import type { School } from '../../../contract/settings.ts';
import {
  centered,
  column,
  documentOf,
  line,
  mm,
  paragraph,
  portrait,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel } from '../../../documents/model.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { splitFullName } from '../../../domain/names.ts';
import { counted, initials, nonBreaking, russianDate } from '../../../domain/russian.ts';
import type { PurgedStudent } from '../repository.ts';

export interface Purge {
  readonly on: IsoDate;
  readonly reason: string;
  readonly students: readonly PurgedStudent[];
}

const headName = (name: string): string => {
  const parts = splitFullName(name);
  return parts ? nonBreaking(initials(parts.lastName, parts.firstName, parts.middleName)) : name;
};

/** «Акт об уничтожении» of class 11 passport data (S2 §8): whose data, when, why; never the data. */
export const purgeDocument = (school: School, { on, reason, students }: Purge): DocumentModel => {
  const people = counted(students.length, 'ученика', 'учеников', 'учеников');
  return documentOf(
    'Акт об уничтожении паспортных данных',
    portrait([
      centered(nonBreaking(school.name)),
      spacer(6),
      title('АКТ\nоб уничтожении персональных данных\n(паспортных данных учеников 11-х классов)'),
      line(nonBreaking(russianDate(on))),
      spacer(3),
      paragraph(
        nonBreaking(
          `Паспортные данные ${people}, хранившиеся в зашифрованном виде в базе программы «Школьная канцелярия» для информирования о результатах ЕГЭ, уничтожены путём удаления записей из базы.`,
        ),
      ),
      paragraph(nonBreaking(`Основание: ${reason}.`.replace(/\.\.$/u, '.'))),
      spacer(2),
      table(
        [column(mm(14), 'center'), column(5), column(mm(28), 'center')],
        [row('№\u00A0п/п', 'Фамилия, имя, отчество', 'Класс')],
        students.map(({ name, className }, index) => row(index + 1, name, className)),
      ),
      spacer(6),
      signature(
        { role: school.directorPosition, name: headName(school.directorName) },
        { role: 'Ответственный за обработку персональных данных' },
        { role: 'Уничтожил данные' },
      ),
    ]),
  );
};
