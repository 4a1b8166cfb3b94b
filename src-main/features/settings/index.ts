import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { School, Settings } from '../../contract/settings.ts';
import * as contract from '../../contract/settings.ts';
import { sheetRules } from '../../contract/sheets-fields.ts';
import { readSetting } from './repository.ts';

/** All settings with defaults filled in. */
export const readSettings = async (db: Knex): Promise<Settings> => {
  const school = await readSetting(db, 'school');
  return {
    school: school === undefined ? null : contract.school.parse(school),
    paper: contract.paper.parse((await readSetting(db, 'paper')) ?? {}),
    twoWeekRule: contract.twoWeekRule.parse((await readSetting(db, 'twoWeekRule')) ?? {}),
    appealRules: contract.appealRules.parse((await readSetting(db, 'appealRules')) ?? {}),
    credentials: contract.credentialRules.parse((await readSetting(db, 'credentials')) ?? {}),
    sheets: sheetRules.parse((await readSetting(db, 'sheets')) ?? {}),
    appearance: contract.appearance.parse((await readSetting(db, 'appearance')) ?? {}),
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
