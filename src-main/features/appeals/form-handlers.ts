import type { Knex } from 'knex';
import { requirePeriod } from '../../domain/periods.ts';
import type { PersonName } from '../../domain/names.ts';
import { fullName } from '../../domain/names.ts';
import type { DocumentModel } from '../../documents/model.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { requireTeacher } from '../resources/index.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import { appealCard } from './card.ts';
import { indicatorsForm } from './forms/indicators.ts';
import { indicatorsOf } from './indicators.ts';
import { registerForm } from './forms/register.ts';
import { correctionsOf } from './correction-rows.ts';
import { appealsIn, toAppealRow } from './repository.ts';
import { slipForm } from './forms/slip.ts';
import { criterionForm, dutiesForm, orderForm, type Worker } from './forms/worker.ts';

/** Handlers that make forms; printing itself is the documents engine's. */

type FormNames =
  | 'appeals.printJournal'
  | 'appeals.printBlankJournal'
  | 'appeals.printCard'
  | 'appeals.printOrder'
  | 'appeals.printJobDuties'
  | 'appeals.printCriterion'
  | 'appeals.printIndicators';

const ticket = ({ documents }: Context, model: DocumentModel) => ({
  document: documents.put(model),
  title: model.title,
});

/** @throws OfficeError `teacher-unknown` */
const workerOf = async (db: Knex, id: number, path: string): Promise<Worker> => {
  await requireTeacher(db, id, path);
  const { position, ...name }: PersonName & Pick<Worker, 'position'> = await db('teachers')
    .where({ id })
    .first({
      lastName: 'last_name',
      firstName: 'first_name',
      middleName: 'middle_name',
      position: 'position',
    });
  return { name: fullName(name), position };
};

const workersOf = async (db: Knex, ids: readonly number[]): Promise<readonly Worker[]> => {
  const workers: Worker[] = [];
  for (const [index, id] of ids.entries())
    workers.push(await workerOf(db, id, `teacherIds.${index}`));
  return workers;
};

export const appealFormHandlers: Pick<FeatureHandlers<'appeals'>, FormNames> = {
  async 'appeals.printJournal'({ from, to, sheets }, context) {
    const { db, clock } = context;
    requirePeriod({ from, to });
    const today = clock.today();
    const records = await appealsIn(db, { from, to }, 'registered_on');
    const corrections = await correctionsOf(
      db,
      records.map(({ id }) => id),
    );
    const model = registerForm({
      school: await requireSchool(db),
      period: { from, to },
      appeals: records.map((record) => ({
        ...toAppealRow(record, today),
        corrections: corrections.get(record.id) ?? [],
      })),
      blankRows: 0,
      sheets,
      today,
    });
    return ticket(context, model);
  },
  async 'appeals.printBlankJournal'({ rows, sheets }, context) {
    const { db, clock } = context;
    const school = await requireSchool(db);
    const blank = { school, period: null, appeals: [], blankRows: rows, sheets };
    return ticket(context, registerForm({ ...blank, today: clock.today() }));
  },
  async 'appeals.printCard'({ id }, context) {
    const { db, clock } = context;
    const { appealRules } = await readSettings(db);
    const model = slipForm({
      school: await requireSchool(db),
      card: id === null ? null : await appealCard(db, id, clock.today()),
      portalName: appealRules.portalName,
    });
    return ticket(context, model);
  },
  async 'appeals.printOrder'({ number, date, teacherIds, controlTeacherId }, context) {
    const { db } = context;
    const control =
      controlTeacherId === null ? null : await workerOf(db, controlTeacherId, 'controlTeacherId');
    const workers = await workersOf(db, teacherIds);
    const school = await requireSchool(db);
    return ticket(context, orderForm({ school, number, date, workers, control }));
  },
  async 'appeals.printJobDuties'({ number, date, teacherId }, context) {
    const { db } = context;
    const worker = teacherId === null ? null : await workerOf(db, teacherId, 'teacherId');
    return ticket(context, dutiesForm({ school: await requireSchool(db), number, date, worker }));
  },
  async 'appeals.printCriterion'({ number, date, points }, context) {
    const school = await requireSchool(context.db);
    return ticket(context, criterionForm({ school, number, date, points }));
  },
  async 'appeals.printIndicators'({ from, to, blankRows }, context) {
    const { db } = context;
    const period = { from, to };
    requirePeriod(period);
    const workers = blankRows > 0 ? [] : await indicatorsOf(db, period);
    const school = await requireSchool(db);
    return ticket(context, indicatorsForm({ school, period, workers, blankRows }));
  },
};
