import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { School, Settings } from '../../contract/settings.ts';
import * as contract from '../../contract/settings.ts';
import { sheetRules } from '../../contract/sheets-fields.ts';
import { readStored } from './repository.ts';

/** Values that another feature keeps among the settings, by its own key. */
export { readStored, writeSetting } from './repository.ts';

export { isKeptSql, keptSql } from './kept-fields.ts';
export { requireTrueRequisites, wrongRequisites } from './requisites.ts';

/** All settings with defaults filled in. */
export const readSettings = async (db: Knex): Promise<Settings> => {
  const stored = await readStored(db);
  const valueOf = (key: keyof Settings): unknown => {
    const text = stored.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const school = valueOf('school');
  return {
    school: school === undefined ? null : contract.school.parse(school),
    paper: contract.paper.parse(valueOf('paper') ?? {}),
    twoWeekRule: contract.twoWeekRule.parse(valueOf('twoWeekRule') ?? {}),
    appealRules: contract.appealRules.parse(valueOf('appealRules') ?? {}),
    credentials: contract.credentialRules.parse(valueOf('credentials') ?? {}),
    sheets: sheetRules.parse(valueOf('sheets') ?? {}),
    studyForms: contract.studyFormRules.parse(valueOf('studyForms') ?? {}),
    personalFields: contract.personalFields.parse(valueOf('personalFields') ?? {}),
    appearance: contract.appearance.parse(valueOf('appearance') ?? {}),
  };
};

/**
 * Requisites of the school for documents.
 * @throws OfficeError `school-not-set` before the first-run wizard is done
 */
export const requireSchool = async (db: Knex): Promise<School> => {
  const { school } = await readSettings(db);
  if (school) return school;
  throw new OfficeError(
    'school-not-set',
    'Не заполнены реквизиты школы. Откройте «Настройки» → «Реквизиты» и заполните их.',
  );
};
