import { OfficeError } from '../../contract/errors.ts';
import { counted } from '../../domain/russian.ts';
import { requirePeriod } from '../../domain/periods.ts';
import type { FeatureHandlers } from '../context.ts';
import { requireResource, storeResource } from './save.ts';
import {
  appealsOfResource,
  deleteResource,
  findResources,
  resourcePage,
  resourceSubjects,
} from './repository.ts';
import { storeWorkEntry, unknownEntry } from './work.ts';
import { removeWorkEntry, workEntry, workPage, workTotals } from './work-repository.ts';

export const resourcesHandlers: FeatureHandlers<'resources'> = {
  'resources.list': (input, { db }) => resourcePage(db, input),
  async 'resources.card'({ id }, { db }) {
    const resource = await requireResource(db, id);
    return { resource, appeals: await appealsOfResource(db, id) };
  },
  'resources.find': async (input, { db }) => ({ resources: await findResources(db, input) }),
  'resources.choices': async (_input, { db }) => ({ subjects: await resourceSubjects(db) }),
  'resources.save': async ({ id, ...fields }, { db, clock }) => ({
    id: await storeResource(db, { id, fields }, clock.today()),
  }),
  async 'resources.delete'({ id }, { db }) {
    const { title, appealCount } = await requireResource(db, id);
    if (appealCount > 0)
      throw new OfficeError(
        'resource-in-use',
        `Ресурс «${title}» предоставлен по ${counted(appealCount, 'обращению', 'обращениям', 'обращениям')}. Сначала уберите его из них.`,
      );
    await deleteResource(db, id);
  },
  'resources.listWorkEntries': (input, { db }) => workPage(db, input),
  async 'resources.workEntry'({ id }, { db }) {
    const entry = await workEntry(db, id);
    if (!entry) throw unknownEntry();
    return entry;
  },
  'resources.saveWorkEntry': async ({ id, ...fields }, { db, clock }) => ({
    id: await storeWorkEntry(db, id, fields, clock.today()),
  }),
  async 'resources.deleteWorkEntry'({ id }, { db }) {
    if (!(await removeWorkEntry(db, id))) throw unknownEntry();
  },
  async 'resources.workTotals'(input, { db }) {
    requirePeriod(input);
    const teachers = await workTotals(db, input);
    return {
      quarterHours: teachers.reduce((sum, teacher) => sum + teacher.quarterHours, 0),
      teachers,
    };
  },
};
