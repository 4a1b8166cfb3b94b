import { fieldError } from '../../contract/errors.ts';
import { absenceWords } from '../../domain/absence-count.ts';
import { daysBetween, maxDate } from '../../domain/dates.ts';
import type { Period } from '../../domain/dates.ts';
import { requirePeriod } from '../../domain/periods.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { missedLessons } from '../marks/index.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import { assessorFor, ruleOf } from './assess.ts';
import { overTwoWeeksForm } from './forms/over-two-weeks.ts';
import { absencePage, overTwoWeeksPage } from './list.ts';
import { assessStudents, watched } from './over-two-weeks.ts';
import { removeAbsence } from './repository.ts';
import { absenceRows } from './rows.ts';
import { closeAbsence, longestDays, requireAbsence, storeAbsence } from './save.ts';

const card = async (id: number, { db, clock }: Context) => {
  const { twoWeekRule } = await readSettings(db);
  const judgement = { rule: twoWeekRule, today: clock.today(), bounds: {} };
  const [row] = await absenceRows(db, [await requireAbsence(db, id)], judgement);
  if (!row) throw new Error('an absence gave no row');
  return row;
};

/** @throws OfficeError `period-upside-down`, `absence-too-long` */
const countDays = async ({ db, clock }: Context, studentId: number, period: Period) => {
  requirePeriod(period);
  const calendarDays = daysBetween(period.from, period.to) + 1;
  if (calendarDays > longestDays)
    throw fieldError('absence-too-long', 'to', 'Пропуск длиннее года. Проверьте годы в датах.');
  const { twoWeekRule } = await readSettings(db);
  const assessor = await assessorFor(db, [studentId], period, {
    setting: twoWeekRule,
    today: clock.today(),
  });
  const [missed] = await missedLessons(db, [{ studentId, ...period }]);
  return {
    calendarDays,
    schoolDays: assessor.schoolDays(studentId, period.from, period.to),
    missedLessons: missed ? absenceWords(missed) : '',
  };
};

export const absencesHandlers: FeatureHandlers<'absences'> = {
  'absences.list': absencePage,
  'absences.card': ({ id }, context) => card(id, context),
  'absences.countDays': ({ studentId, from, to }, context) =>
    countDays(context, studentId, { from, to: to ?? maxDate(from, context.clock.today()) }),
  'absences.save': async ({ id, ...fields }, { db, clock }) => ({
    id: await storeAbsence(db, id, fields, clock.today()),
  }),
  async 'absences.close'({ id, to }, { db, clock }) {
    await closeAbsence(db, id, to, clock.today());
  },
  async 'absences.delete'({ id }, { db }) {
    await requireAbsence(db, id);
    await removeAbsence(db, id);
  },
  'absences.listOverTwoWeeks': overTwoWeeksPage,
  async 'absences.printOverTwoWeeks'({ from, to, blankRows }, { db, clock, documents }) {
    const period = { from, to };
    requirePeriod(period);
    const { twoWeekRule } = await readSettings(db);
    const found = blankRows > 0 ? [] : await assessStudents(db, period, twoWeekRule, clock.today());
    const model = overTwoWeeksForm({
      school: await requireSchool(db),
      period,
      rule: ruleOf(twoWeekRule),
      rows: watched(found).filter(({ status }) => status === 'passes'),
      blankRows,
      today: clock.today(),
    });
    return { document: documents.put(model), title: model.title };
  },
};
