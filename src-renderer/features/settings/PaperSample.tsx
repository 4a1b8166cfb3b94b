import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { PaperInput } from '../../../src-main/contract/settings.ts';
import { paper as text } from '../../strings/settings.ts';
import css from './settings.module.css';

/** Pixels of the sample per millimetre of paper: the sheet is 210 mm wide. */
const scale = 1.5;
const mmPerPoint = 25.4 / 72;

const px = (mm: number): number => (Number.isFinite(mm) ? mm * scale : 0);

/** A small A4 sheet with the margins, font and size of the form. */
export const PaperSample = ({ paper }: { readonly paper: PaperInput }): JSX.Element => {
  const { margins, fontFamily, fontSizePt, lineHeight, firstLineIndentMm } = paper;
  const letters = {
    fontFamily: `'${fontFamily}', 'Liberation Serif', serif`,
    fontSize: px(fontSizePt * mmPerPoint),
    lineHeight: lineHeight * 1.15,
  };
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {text.sample}
      </Text>
      <div className={css['sheet']} style={{ width: px(210), height: px(297) }} aria-hidden="true">
        <div
          className={css['area']}
          style={{
            left: px(margins.left),
            right: px(margins.right),
            top: px(margins.top),
            bottom: px(margins.bottom),
            ...letters,
          }}
        >
          <p className={css['sampleTitle']}>{text.sampleTitle}</p>
          {[0, 1, 2].map((n) => (
            <p key={n} style={{ textIndent: px(firstLineIndentMm) }}>
              {text.sampleText}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
};
