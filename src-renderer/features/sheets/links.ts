import type { SheetStatus } from '../../../src-main/contract/sheets-fields.ts';
import { address } from '../../ui/address.ts';

/** Addresses of the screens of the weekly sheets. */

export const issuedLink = '/sheets/issued';
export const issuedOfLink = (studentId: number): string => `/sheets/issued?studentId=${studentId}`;
export const sheetLink = (id: number): string => `/sheets/${id}`;

/** What the screen of the week shows; it lives in the address, so that «back» finds it again. */
export interface Place {
  /** Monday; null = the week to work on. */
  readonly week: string | null;
  readonly classId: number | null;
  readonly status: SheetStatus | null;
  /** Families served electronically as well. */
  readonly everyone: boolean;
  /** What earlier weeks still owe as well. */
  readonly earlier: boolean;
}

export const anywhere: Place = {
  week: null,
  classId: null,
  status: null,
  everyone: false,
  earlier: false,
};

/** `/sheets?week=2026-11-16&class=3` */
export const weekLink = (place: Partial<Place> = {}): string => {
  const { week, classId, status, everyone, earlier } = { ...anywhere, ...place };
  return address('/sheets', {
    week,
    class: classId,
    status,
    everyone: everyone ? 1 : null,
    earlier: earlier ? 1 : null,
  });
};
