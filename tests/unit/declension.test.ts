import { describe, expect, test } from 'vitest';
import { declineInitials, declineName } from '../../src-main/domain/declension.ts';
import type { Sex } from '../../src-main/domain/declension.ts';
import type { PersonName } from '../../src-main/domain/names.ts';

const personOf = (text: string): PersonName => {
  const [lastName = '', firstName = '', ...rest] = text.split(' ');
  return { lastName, firstName, middleName: rest.join(' ') || null };
};

type Line = readonly [Sex, string, string, string];

/** Names the program must know by itself: genitive and dative, printed without a question. */
const SURE: readonly Line[] = [
  ['male', 'Иванов Иван Иванович', 'Иванова Ивана Ивановича', 'Иванову Ивану Ивановичу'],
  ['female', 'Иванова Анна Петровна', 'Ивановой Анны Петровны', 'Ивановой Анне Петровне'],
  ['female', 'Шевченко Анна Петровна', 'Шевченко Анны Петровны', 'Шевченко Анне Петровне'],
  ['male', 'Шевченко Пётр Ильич', 'Шевченко Петра Ильича', 'Шевченко Петру Ильичу'],
  ['female', 'Черных Ольга Игоревна', 'Черных Ольги Игоревны', 'Черных Ольге Игоревне'],
  ['male', 'Седых Лев Львович', 'Седых Льва Львовича', 'Седых Льву Львовичу'],
  ['male', 'Долгих Павел Фомич', 'Долгих Павла Фомича', 'Долгих Павлу Фомичу'],
  ['male', 'Цой Виктор Робертович', 'Цоя Виктора Робертовича', 'Цою Виктору Робертовичу'],
  ['female', 'Цой Вера Олеговна', 'Цой Веры Олеговны', 'Цой Вере Олеговне'],
  ['female', 'Заяц Любовь Михайловна', 'Заяц Любови Михайловны', 'Заяц Любови Михайловне'],
  ['male', 'Саакян Ашот Гургенович', 'Саакяна Ашота Гургеновича', 'Саакяну Ашоту Гургеновичу'],
  ['female', 'Саакян Нарине Ашотовна', 'Саакян Нарине Ашотовны', 'Саакян Нарине Ашотовне'],
  ['female', 'Коваль Мария Сергеевна', 'Коваль Марии Сергеевны', 'Коваль Марии Сергеевне'],
  ['male', 'Коваль Фома Фомич', 'Коваля Фомы Фомича', 'Ковалю Фоме Фомичу'],
  ['male', 'Ким Семён Львович', 'Кима Семёна Львовича', 'Киму Семёну Львовичу'],
  ['female', 'Ким Юлия Дмитриевна', 'Ким Юлии Дмитриевны', 'Ким Юлии Дмитриевне'],
  ['male', 'Дюма Егор Никитич', 'Дюма Егора Никитича', 'Дюма Егору Никитичу'],
  ['male', 'Золя Эмиль Иванович', 'Золя Эмиля Ивановича', 'Золя Эмилю Ивановичу'],
  [
    'male',
    'Петров-Водкин Кузьма Сергеевич',
    'Петрова-Водкина Кузьмы Сергеевича',
    'Петрову-Водкину Кузьме Сергеевичу',
  ],
  [
    'female',
    'Петрова-Водкина Дарья Ильинична',
    'Петровой-Водкиной Дарьи Ильиничны',
    'Петровой-Водкиной Дарье Ильиничне',
  ],
  [
    'male',
    'Достоевский Фёдор Михайлович',
    'Достоевского Фёдора Михайловича',
    'Достоевскому Фёдору Михайловичу',
  ],
  ['female', 'Толстая Софья Андреевна', 'Толстой Софьи Андреевны', 'Толстой Софье Андреевне'],
  ['male', 'Живаго Юрий Андреевич', 'Живаго Юрия Андреевича', 'Живаго Юрию Андреевичу'],
  ['male', 'Белоус Андрей Дмитриевич', 'Белоуса Андрея Дмитриевича', 'Белоусу Андрею Дмитриевичу'],
  ['male', 'Гайдай Леонид Иович', 'Гайдая Леонида Иовича', 'Гайдаю Леониду Иовичу'],
  ['female', 'Шмидт Алсу Маратовна', 'Шмидт Алсу Маратовны', 'Шмидт Алсу Маратовне'],
  ['male', 'Сорока Ян Янович', 'Сороки Яна Яновича', 'Сороке Яну Яновичу'],
  ['female', 'Шульга Юлия Юрьевна', 'Шульги Юлии Юрьевны', 'Шульге Юлии Юрьевне'],
  ['male', 'Кузьмич Никита Ильич', 'Кузьмича Никиты Ильича', 'Кузьмичу Никите Ильичу'],
  [
    'male',
    'Горький Алексей Максимович',
    'Горького Алексея Максимовича',
    'Горькому Алексею Максимовичу',
  ],
  ['male', 'Миллер Олег Олегович', 'Миллера Олега Олеговича', 'Миллеру Олегу Олеговичу'],
  ['male', 'Руставели Али Георгиевич', 'Руставели Али Георгиевича', 'Руставели Али Георгиевичу'],
  ['male', 'Бедный Демьян Юрьевич', 'Бедного Демьяна Юрьевича', 'Бедному Демьяну Юрьевичу'],
];

/** Names that must be shown to the user, whatever is printed; the reason must name the part. */
const FLAGGED: readonly (readonly [Sex | null, string, RegExp])[] = [
  ['male', 'Орёл Иван Ильич', /Фамилия «Орёл»/],
  ['male', 'Заяц Игорь Кузьмич', /Фамилия «Заяц»/],
  ['male', 'Берия Лаврентий Павлович', /«Берии» или «Берия»/],
  ['female', 'Гарсия Мария Ивановна', /«Гарсии» или «Гарсия»/],
  ['male', 'Мамедов Эльчин Вагиф оглы', /Отчество «Вагиф оглы»/],
  ['female', 'Мамедова Лейла Вагиф кызы', /Отчество «Вагиф кызы»/],
  ['male', 'Мурза-Заде Глеб Михайлович', /Мурза-Заде/],
  ['male', 'Бонч-Бруевич Владимир Дмитриевич', /двойное/],
  ['female', 'Иванова Анна-Мария Петровна', /Имя двойное/],
  ['male', 'Иванов И. И.', /инициал/],
  ['female', 'Ким Анна', /Отчества нет/],
  [null, 'Ли Чен', /Отчества нет|Пол/],
  [null, 'Саша Ё', /./],
  ['male', 'Швец Олег Олегович', /Фамилия «Швец»/],
  ['male', 'Кузнец Рафаэль Маратович', /Фамилия «Кузнец»/],
  ['male', 'Лев Игорь Игоревич', /Фамилия «Лев»/],
  ['male', 'Корень Олег Олегович', /Фамилия «Корень»/],
  ['male', 'Соловей Артём Артёмович', /Фамилия «Соловей»/],
  ['male', 'Козёл Артём Артёмович', /Фамилия «Козёл»/],
  ['male', 'Горячий Мишель Юрьевич', /Фамилия «Горячий»/],
  ['male', 'Дитрих Отто Юрьевич', /Фамилия «Дитрих»/],
  ['female', 'Щербина Ольга Юрьевна', /Фамилия «Щербина»/],
  ['female', 'Иванов Ольга Юрьевна', /другого пола/],
  ['male', 'Иванова Олег Юрьевич', /./],
  ['female', 'Лебедь Нинель Ивановна', /Имя «Нинель»/],
  ['female', 'Моисеенко Николь Юрьевна', /Имя «Николь»/],
  ['male', 'Руставели Шота Георгиевич', /Имя «Шота»/],
  ['male', 'Smith John Ivanovich', /не русскими буквами/],
  ['male', 'Петров Иван Анатольевна', /Пол в карточке/],
  ['male', 'Долгий Иван Иванович', /Фамилия «Долгий»/],
  ['male', 'Блок Иван Иванович', /Фамилия «Блок»/],
  ['male', 'Рой Иван Иванович', /Фамилия «Рой»/],
  ['female', 'Прохожая Анна Ивановна', /Фамилия «Прохожая»/],
  ['male', 'Бычок Иван Иванович', /Фамилия «Бычок»/],
];

describe('names known for sure', () => {
  test.each(SURE)('%s %s', (sex, name, genitive, dative) => {
    const person = personOf(name);
    expect(declineName(person, 'genitive', sex)).toMatchObject({
      text: genitive,
      reasons: [],
      doubtful: false,
    });
    expect(declineName(person, 'dative', sex)).toMatchObject({ text: dative, reasons: [] });
  });
  test.each(SURE)('the patronymic tells the sex: %s %s', (_, name, genitive) => {
    expect(declineName(personOf(name), 'genitive', null)).toMatchObject({
      text: genitive,
      doubtful: false,
    });
  });
});

describe('names that are asked', () => {
  test.each(FLAGGED)('%s %s', (sex, name, reason) => {
    for (const nameCase of ['genitive', 'dative'] as const) {
      const declined = declineName(personOf(name), nameCase, sex);
      expect(declined.doubtful).toBe(true);
      if (nameCase === 'genitive') expect(declined.reasons.join(' ')).toMatch(reason);
    }
  });
  test('the table is as long as was asked', () => {
    expect(SURE.length + FLAGGED.length).toBeGreaterThanOrEqual(40);
  });
});

describe('what the user decides', () => {
  const eagle = personOf('Орёл Иван Ильич');
  test('an override is printed as typed and asked no more', () => {
    const declined = declineName(eagle, 'dative', 'male', { dative: 'Орлу Ивану Ильичу' });
    expect(declined).toMatchObject({
      text: 'Орлу Ивану Ильичу',
      doubtful: false,
      overridden: true,
    });
    expect(declineName(eagle, 'genitive', 'male', { dative: 'Орлу Ивану Ильичу' }).doubtful).toBe(
      true,
    );
    expect(declineName(eagle, 'dative', 'male', { dative: '  ' }).overridden).toBe(false);
  });
  test('«не склонять» keeps the name', () => {
    expect(declineName(eagle, 'genitive', 'male', { notDeclined: true })).toMatchObject({
      text: 'Орёл Иван Ильич',
      doubtful: false,
    });
  });
  test('capital letters of a register do not spoil the endings', () => {
    expect(declineName(personOf('ИВАНОВА АННА ПЕТРОВНА'), 'genitive', 'female').text).toBe(
      'Ивановой Анны Петровны',
    );
  });
});

describe('surname and initials', () => {
  test('only the surname is declined and asked', () => {
    expect(declineInitials(personOf('Иванова Николь Петровна'), 'dative', 'female')).toMatchObject({
      text: 'Ивановой Н. П.',
      doubtful: false,
    });
    expect(declineInitials(personOf('Орёл Иван Ильич'), 'dative', 'male').doubtful).toBe(true);
    expect(
      declineInitials(personOf('Орёл Иван Ильич'), 'dative', 'male', {
        dative: 'Орлу Ивану Ильичу',
      }),
    ).toMatchObject({ text: 'Орлу И. И.', doubtful: false });
  });
});
