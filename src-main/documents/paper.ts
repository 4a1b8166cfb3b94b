/** Paper and text sizes of printed forms (domain.md §8): values of the settings, not constants. */

import type { PaperInput } from '../contract/settings.ts';

/** The paper of the settings, millimetres and points; with mirrored margins `left` is the inner one. */
export interface PaperSettings extends Omit<Readonly<PaperInput>, 'fontFamily'> {
  readonly fontFamily: string;
}

/** A4, millimetres, portrait. */
export const a4 = { widthMm: 210, heightMm: 297 } as const;

/** 1 inch = 25.4 mm = 1440 twips (DXA). */
export const mmToTwips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** 1 pt = 20 twips. */
export const ptToTwips = (pt: number): number => Math.round(pt * 20);

/** Word counts font sizes in half-points. */
export const ptToHalfPoints = (pt: number): number => Math.round(pt * 2);

export const ptToMm = (pt: number): number => (pt * 25.4) / 72;

export interface PageBox {
  readonly widthMm: number;
  readonly heightMm: number;
  /** What the margins leave for text. */
  readonly contentWidthMm: number;
  readonly contentHeightMm: number;
}

/**
 * The page of one orientation, millimetres. Margins stay where they are on the turned sheet
 * (left is left), as Word does it.
 */
export const pageBox = (paper: PaperSettings, orientation: 'portrait' | 'landscape'): PageBox => {
  const { left, right, top, bottom } = paper.margins;
  const turned = orientation === 'landscape';
  const widthMm = turned ? a4.heightMm : a4.widthMm;
  const heightMm = turned ? a4.widthMm : a4.heightMm;
  return {
    widthMm,
    heightMm,
    contentWidthMm: widthMm - left - right,
    contentHeightMm: heightMm - top - bottom,
  };
};
