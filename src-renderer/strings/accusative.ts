/** Accusative of the names of commands: nouns of things, perhaps with an adjective before. */

const endings: readonly (readonly [end: string, accusative: string])[] = [
  ['ая', 'ую'],
  ['а', 'у'],
  ['я', 'ю'],
];

const word = (text: string): string => {
  // Neuters in «-мя» and words of other endings stay as they are.
  const found = text.endsWith('мя') ? undefined : endings.find(([end]) => text.endsWith(end));
  return found ? text.slice(0, -found[0].length) + found[1] : text;
};

/** «регистрация обращения» → «регистрацию обращения», «повторная выдача» → «повторную выдачу». */
export const accusative = (title: string): string => {
  const [first = '', second, ...rest] = title.split(' ');
  const isAdjective = first.endsWith('ая');
  const words = [
    word(first),
    ...(second === undefined ? [] : [isAdjective ? word(second) : second]),
  ];
  return [...words, ...rest].join(' ');
};
