import { addDays } from '../../domain/dates.ts';
import type { SheetModel, SheetValue } from '../../spreadsheets/sheet-model.ts';
import type { Random } from './random.ts';
import * as words from './vocabulary.ts';

/** The invented school's people as the three files a diary system exports (formats.md F, G, H). */

export interface DemoFiles {
  readonly contingent: SheetModel;
  readonly teachers: SheetModel;
  readonly guardians: SheetModel;
}

type Gender = 'male' | 'female';

interface Person {
  readonly surname: string;
  readonly first: string;
  readonly middle: string;
}

interface Pupil extends Person {
  readonly className: string;
  readonly birthDate: string;
  readonly gender: Gender;
}

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });

const inGender = (surname: string, gender: Gender): string =>
  gender === 'male' || !/(?:ов|ев|ёв|ин)$/u.test(surname) ? surname : `${surname}а`;

const inventSurname = (random: Random): string =>
  random.chance(0.12) ? random.pick(words.fixedSurnames) : random.pick(words.surnames);

const inventPerson = (random: Random, gender: Gender, surname = inventSurname(random)): Person => ({
  surname: inGender(surname, gender),
  first: random.pick(gender === 'male' ? words.maleNames : words.femaleNames),
  middle: random.pick(words.patronymics)[gender === 'male' ? 0 : 1],
});

const fullName = ({ surname, first, middle }: Person): string => `${surname} ${first} ${middle}`;

/** Class names for a school of about `students` pupils, 25 to a class, all eleven parallels. */
const classNames = (students: number): readonly string[] => {
  const count = Math.max(11, Math.round(students / 25));
  return Array.from(
    { length: count },
    (_, n) => `${(n % 11) + 1}${'АБВГДЕЖ'[Math.floor(n / 11)] ?? 'З'}`,
  );
};

const inventPupil = (random: Random, className: string, startYear: number): Pupil => {
  const gender: Gender = random.chance(0.5) ? 'male' : 'female';
  const born = startYear - 7 - Number.parseInt(className, 10);
  return {
    ...inventPerson(random, gender),
    className,
    gender,
    birthDate: addDays(`${born + 1}-01-01`, random.below(364)),
  };
};

const contingentOf = (pupils: readonly Pupil[], random: Random): SheetModel => ({
  name: 'Контингент',
  title: ['Список обучающихся'],
  columns: [
    text('Класс', 8),
    text('Фамилия', 18),
    text('Имя', 14),
    text('Отчество', 18),
    { title: 'Дата рождения', width: 14, kind: 'date' },
    text('Пол', 10),
    text('Населенный пункт', 18),
    text('Название улицы', 18),
    text('Дом', 6),
    text('Квартира', 10),
  ],
  rows: pupils.map((pupil): SheetValue[] => [
    pupil.className,
    pupil.surname,
    pupil.first,
    pupil.middle,
    pupil.birthDate,
    pupil.gender === 'male' ? 'Мужской' : 'Женский',
    'г. Белореченск',
    random.pick(words.streets),
    String(1 + random.below(80)),
    String(1 + random.below(60)),
  ]),
  orientation: 'landscape',
});

const phone = (random: Random): string =>
  `+7 900 ${String(random.below(1000)).padStart(3, '0')}-${10 + random.below(90)}-${10 + random.below(90)}`;

const guardiansOf = (pupil: Pupil, random: Random): readonly (readonly [Person, string])[] => {
  const surname =
    pupil.gender === 'female' ? pupil.surname.replace(/(?<=ов|ев|ёв|ин)а$/u, '') : pupil.surname;
  const mother: [Person, string] = [inventPerson(random, 'female', surname), 'мать'];
  const father: [Person, string] = [inventPerson(random, 'male', surname), 'отец'];
  return random.chance(0.6) ? [mother, father] : [mother];
};

const guardianSheet = (pupils: readonly Pupil[], random: Random): SheetModel => ({
  name: 'Родители',
  columns: [
    text('ФИО родителя', 34),
    text('Степень родства', 14),
    text('Телефон', 18),
    text('ФИО ученика', 34),
    { title: 'Дата рождения ученика', width: 16, kind: 'date' },
    text('Класс', 8),
  ],
  rows: pupils.flatMap((pupil) =>
    guardiansOf(pupil, random).map(([person, relation]): SheetValue[] => [
      fullName(person),
      relation,
      phone(random),
      fullName(pupil),
      pupil.birthDate,
      pupil.className,
    ]),
  ),
  orientation: 'landscape',
});

const teacherRows = (classes: readonly string[], random: Random): SheetValue[][] => {
  const primary = classes.filter((name) => Number.parseInt(name, 10) < 5);
  const senior = classes.filter((name) => Number.parseInt(name, 10) >= 5);
  const rows: SheetValue[][] = primary.flatMap((name) => {
    const teacher = fullName(inventPerson(random, 'female'));
    return words.primarySubjects.map((subject, n) => [
      n === 0 ? teacher : null,
      subject,
      name,
      n === 0 ? name : null,
    ]);
  });
  words.seniorSubjects.forEach((subject, index) => {
    for (const part of [0, 1]) {
      const taught = senior.filter(
        (name, n) =>
          n % 2 === part && words.subjectsOf(Number.parseInt(name, 10)).includes(subject),
      );
      if (taught.length === 0) continue;
      const teacher = fullName(inventPerson(random, random.chance(0.75) ? 'female' : 'male'));
      rows.push([teacher, subject, taught.join(', '), senior[index * 2 + part] ?? null]);
    }
  });
  return rows;
};

/** Builds the three files; `startYear` is the first calendar year of the school year. */
export const inventPeople = (random: Random, students: number, startYear: number): DemoFiles => {
  const classes = classNames(students);
  const pupils = Array.from({ length: students }, (_, n) =>
    inventPupil(random, classes[n % classes.length] ?? '1А', startYear),
  ).sort((a, b) => fullName(a).localeCompare(fullName(b), 'ru'));
  return {
    contingent: contingentOf(pupils, random),
    guardians: guardianSheet(pupils, random),
    teachers: {
      name: 'Справочник педагоги',
      title: ['Справочник педагогов'],
      columns: [
        text('ФИО педагога', 34),
        text('Предмет', 22),
        text('Класс', 20),
        text('Классный руководитель', 12),
      ],
      rows: teacherRows(classes, random),
      orientation: 'portrait',
    },
  };
};
