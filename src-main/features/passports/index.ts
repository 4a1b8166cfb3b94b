/** What the merge of two cards asks of passports. */
export { refuseTwoPassports } from './merge-guard.ts';
