import type { FeatureHandlers } from '../context.ts';
import { importHandlers } from './import-handlers.ts';
import { issue } from './issue.ts';
import { listCredentials, rowsById } from './list.ts';
import { credentialHistory, reissue, revoke } from './reissue.ts';
import { printCards, printLedger, printReport } from './print.ts';
import { issueQueue } from './queue.ts';
import { credentialReport } from './report.ts';
import { requireCredential } from './repository.ts';
import { deleteCredential, revealSecret, saveCredential } from './save.ts';
import { signIssue, takeBackIssue, wipeDue } from './take-back.ts';

export const credentialsHandlers: FeatureHandlers<'credentials'> = {
  'credentials.list': (input, { db, clock }) => listCredentials(db, input, clock.today()),
  async 'credentials.get'({ id }, { db, clock }) {
    await requireCredential(db, id);
    const [row] = await rowsById(db, [id], clock.today());
    if (!row) throw new Error('A credential has gone within one snapshot');
    return row;
  },
  'credentials.save': saveCredential,
  async 'credentials.delete'({ id }, { db }) {
    await deleteCredential(db, id);
  },
  'credentials.reveal': ({ id }, context) => revealSecret(id, context),
  'credentials.queue': issueQueue,
  'credentials.issue': issue,
  'credentials.sign': signIssue,
  'credentials.takeBack': takeBackIssue,
  'credentials.wipe': wipeDue,
  'credentials.reissue': reissue,
  'credentials.revoke': revoke,
  'credentials.history': ({ id }, context) => credentialHistory(id, context),
  'credentials.report': (_input, { db, clock }) => credentialReport(db, clock.today()),
  'credentials.printReport': (_input, context) => printReport(context),
  'credentials.printCards': printCards,
  'credentials.printLedger': printLedger,
  ...importHandlers,
};
