import type { Knex } from 'knex';
import { readSettings } from '../settings/index.ts';

/** The electronic diary's name and address, as documents print them (S2 §2). */
export interface DiarySystem {
  readonly name: string;
  readonly siteUrl: string | null;
}

export const diarySystem = async (db: Knex): Promise<DiarySystem> => {
  const { credentials } = await readSettings(db);
  return { name: credentials.systemName, siteUrl: credentials.siteUrl };
};
