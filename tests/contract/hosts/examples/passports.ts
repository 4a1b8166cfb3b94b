import type { Example, World } from '../example.ts';
import { example, nobody } from '../example.ts';

const numbers = { series: '1499', number: '730518' };
const senior = (world: World) => ({ studentId: world.id('senior') });
const purge = { on: '2026-06-30', reason: 'Результаты ГИА сообщены' };

/** Until the next year's classes come the child of 11А stays in it, whatever day it is. */
export const passportExamples: readonly Example[] = [
  example(
    'people.saveClass',
    { id: null, parallel: 11, letter: 'А', onDate: '2025-09-01' },
    { keep: '11А' },
  ),
  example(
    'people.saveStudent',
    (world) => ({
      id: null,
      lastName: 'Орлов',
      firstName: 'Илья',
      middleName: null,
      birthDate: '2008-04-01',
      sex: 'male',
      enrol: { classId: world.id('11А'), startsOn: '2025-09-01' },
    }),
    { keep: 'senior' },
  ),
  example('passports.save', (world) => ({ ...senior(world), ...numbers }), {
    refused: [(world) => ({ studentId: world.id('vera'), ...numbers }), 'passport-class-only-11'],
  }),
  example('passports.list', {}, { refused: [{ filters: { hasPassport: 1 } }, 'invalid-input'] }),
  example('passports.card', senior, { refused: [{ studentId: nobody }, 'passport-none'] }),
  example('passports.remove', senior, { refused: [{ studentId: 0 }, 'invalid-input'] }),
  example('passports.save', (world) => ({ ...senior(world), ...numbers })),
  example('passports.purge', purge, { keep: 'purge', refused: 'passports-nothing' }),
  example('passports.purges', {}),
  example('passports.printProtocol', (world) => ({ id: world.id('purge') }), {
    refused: [{ id: nobody }, 'purge-unknown'],
  }),
];
