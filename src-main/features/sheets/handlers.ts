import type { FeatureHandlers } from '../context.ts';
import { getSheet } from './differences.ts';
import { clearHandedOver, markHandedOver } from './hand-over.ts';
import { issueSheets } from './issue.ts';
import { listDue, listIssued } from './lists.ts';
import { checkSheets, previewSheets, showSheets } from './preview.ts';
import { prepareSheets, preparedClass } from './prepare.ts';
import { prepareCopies, reprintSheets } from './reprint.ts';
import { listWeeks, weekOverview } from './weeks.ts';

export const sheetsHandlers: FeatureHandlers<'sheets'> = {
  'sheets.weeks': listWeeks,
  'sheets.week': weekOverview,
  'sheets.listDue': listDue,
  'sheets.listIssued': listIssued,
  'sheets.get': getSheet,
  'sheets.preview': previewSheets,
  'sheets.check': checkSheets,
  'sheets.prepare': prepareSheets,
  'sheets.preparedClass': preparedClass,
  'sheets.issue': issueSheets,
  'sheets.show': showSheets,
  'sheets.prepareCopies': prepareCopies,
  'sheets.reprint': reprintSheets,
  'sheets.markHandedOver': markHandedOver,
  'sheets.clearHandedOver': clearHandedOver,
};
