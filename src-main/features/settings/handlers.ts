import { OfficeError } from '../../contract/errors.ts';
import * as contract from '../../contract/settings.ts';
import { requisiteProblems } from '../../domain/requisites.ts';
import type { Asked, Context, FeatureHandlers } from '../context.ts';
import { requireTrueRequisites } from './requisites.ts';
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

/** @throws OfficeError `requisites-wrong`, `requisites-doubtful` */
const saveSchool = async (
  { doubtsConfirmed, version: _read, ...school }: Asked<'settings.saveSchool'>,
  { db }: Context,
): Promise<void> => {
  requireTrueRequisites(school);
  const doubts = requisiteProblems(school);
  if (doubts.length > 0 && !doubtsConfirmed)
    throw new OfficeError(
      'requisites-doubtful',
      'Проверьте реквизиты: похоже, в них ошибка. Если всё верно, подтвердите это.',
      doubts.map(({ path, message }) => ({ path, message })),
    );
  await writeSetting(db, 'school', school);
};

export const settingsHandlers: FeatureHandlers<'settings'> = {
  'settings.get': (_input, { db }) => readSettings(db),
  'settings.saveSchool': saveSchool,
  'settings.savePaper': save('paper'),
  'settings.saveTwoWeekRule': save('twoWeekRule'),
  'settings.saveAppealRules': save('appealRules'),
  'settings.saveCredentials': save('credentials'),
  'settings.saveSheets': save('sheets'),
  'settings.saveStudyForms': save('studyForms'),
  'settings.savePersonalFields': save('personalFields'),
  async 'settings.saveAppearance'(value, { db }) {
    await writeSetting(db, 'appearance', value);
  },
};
