import type { StatementKindName } from '../../../src-main/contract/statements-fields.ts';
import { address } from '../../ui/address.ts';

/** Addresses of the screens of statements. */

export interface NewStatement {
  readonly kind?: StatementKindName;
  readonly studentId?: number;
  readonly guardianId?: number;
}

export const statementLink = (id: number): string => `/statements/${id}`;

/** The registration form, filled as far as it is known. */
export const newStatementLink = (known: NewStatement = {}): string =>
  address('/statements/new', { ...known });

export const listLink = '/statements';
/** Correction of a statement that is not signed yet. */
export const correctLink = (id: number): string => `/statements/${id}/correct`;

export const doubtsLink = '/statements?tab=doubts';
export const paperLink = '/statements?tab=paper';
export const sharesLink = '/statements?tab=shares';
export const studentServiceLink = (id: number): string => `/students/${id}?tab=service`;
