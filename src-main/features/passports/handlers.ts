import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { mayKeepPassport } from '../../domain/passports.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { studentAt } from '../people/index.ts';
import { requireSchool } from '../settings/index.ts';
import { purgeDocument } from './forms/purge-act.ts';
import { passportsPage, watchedStudents } from './list.ts';
import {
  openPassport,
  readPurge,
  readPurges,
  removePassport,
  savedPassports,
  storePassport,
  storePurge,
} from './repository.ts';

/** @throws OfficeError `passport-class-only-11` */
const requireClass11 = async ({ db, clock }: Context, studentId: number): Promise<void> => {
  const student = await studentAt(db, studentId, clock.today());
  if (mayKeepPassport(student)) return;
  throw fieldError(
    'passport-class-only-11',
    'studentId',
    `${student.fullName} не учится в 11 (12) классе. Паспортные данные вносятся только для учеников выпускных классов (план родительского собрания, п. 8).`,
  );
};

const purge = async (
  { db, clock }: Context,
  on: IsoDate,
  reason: string,
): Promise<{ readonly id: number; readonly students: number }> => {
  if (on > clock.today())
    throw fieldError(
      'purge-in-future',
      'on',
      `Дата не может быть позже сегодняшнего дня (${shortDate(clock.today())}).`,
    );
  const saved = await savedPassports(db);
  if (saved.size === 0)
    throw new OfficeError(
      'passports-nothing',
      'Паспортных данных в программе нет, удалять нечего.',
    );
  const students = (await watchedStudents(db, clock.today(), saved))
    .filter(({ id }) => saved.has(id))
    .map(({ fullName, className }) => ({ name: fullName, className: className ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ru'));
  return { id: await storePurge(db, on, reason, students), students: students.length };
};

export const passportsHandlers: FeatureHandlers<'passports'> = {
  'passports.list': (question, { db, clock }) => passportsPage(db, question, clock.today()),
  'passports.card': ({ studentId }, { db, vault }) => openPassport(db, vault, studentId),
  async 'passports.save'({ studentId, version: _read, ...passport }, context) {
    await requireClass11(context, studentId);
    const at = new Date(context.clock.now()).toISOString();
    await storePassport(context.db, context.vault, studentId, passport, at);
  },
  async 'passports.remove'({ studentId }, { db }) {
    await removePassport(db, studentId);
  },
  'passports.purge': ({ on, reason }, context) => purge(context, on, reason),
  'passports.purges': async (_input, { db }) => ({
    purges: (await readPurges(db)).map((purged) => ({
      ...purged,
      students: purged.students.length,
    })),
  }),
  async 'passports.printProtocol'({ id }, { db, documents }) {
    const model = purgeDocument(await requireSchool(db), await readPurge(db, id));
    return { document: documents.put(model), title: model.title };
  },
};
