import { schoolYearOf } from '../../domain/calendar.ts';
import type { FeatureHandlers } from '../context.ts';
import { certifyPrint } from './certify.ts';
import { listPrints } from './list.ts';
import { checkJournals, previewJournal } from './make.ts';
import { prepareJournals, recordJournals, saveJournals } from './print.ts';
import { overview } from './debts.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {
  'journal.overview': ({ startYear }, { db, clock }) => {
    const today = clock.today();
    return overview(db, startYear ?? schoolYearOf(today), today);
  },
  'journal.check': checkJournals,
  'journal.preview': previewJournal,
  'journal.prepare': prepareJournals,
  'journal.saveFiles': saveJournals,
  'journal.print': recordJournals,
  async 'journal.certify'(input, context) {
    await certifyPrint(input, context);
  },
  'journal.listPrints': (input, context) => listPrints(input, context),
};
