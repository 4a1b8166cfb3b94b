import * as contract from '../../contract/settings.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { readSettings } from './index.ts';
import { writeSetting } from './repository.ts';

const save =
  (key: keyof contract.Settings) =>
  async (
    { version: _read, ...value }: { readonly version: number | null },
    { db }: Context,
  ): Promise<void> => {
    await writeSetting(db, key, value);
  };

export const settingsHandlers: FeatureHandlers<'settings'> = {
  'settings.get': (_input, { db }) => readSettings(db),
  'settings.saveSchool': save('school'),
  'settings.savePaper': save('paper'),
  'settings.saveTwoWeekRule': save('twoWeekRule'),
  'settings.saveAppealRules': save('appealRules'),
  'settings.saveCredentials': save('credentials'),
  'settings.saveSheets': save('sheets'),
  'settings.saveStudyForms': save('studyForms'),
  async 'settings.saveAppearance'(value, { db }) {
    await writeSetting(db, 'appearance', value);
  },
};
