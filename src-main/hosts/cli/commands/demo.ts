import { fillDemo } from '../../../app/demo/fill.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { givenPassword } from '../password.ts';

const wholeNumber = (
  options: OptionValues,
  name: string,
  usual: number,
  [least, most]: readonly [number, number],
): number => {
  const value = options[name];
  if (value === undefined) return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${name}: целое число от ${least} до ${most}.`);
};

/** An invented school in an empty folder: to try the program before one's own data. */
export const demoCommand: Command = {
  usage: 'demo [--students ЧИСЛО] [--seed ЧИСЛО]',
  about:
    'заполнить пустую папку придуманной школой (по умолчанию 650 обучающихся; с паролем — и с логинами дневника)',
  options: { students: { type: 'string' }, seed: { type: 'string' } },
  async run({ options, output, clock, withOffice }) {
    const students = wholeNumber(options, 'students', 650, [30, 5000]);
    const seed = wholeNumber(options, 'seed', 1, [0, 2_147_483_647]);
    const password = givenPassword(options);
    const done = await withOffice((office) =>
      fillDemo(office, { students, seed, today: clock.today(), ...(password && { password }) }),
    );
    output.answer(done, `Готово: придуманная школа, обучающихся: ${done.students}.`);
  },
};
