import { Group } from '@mantine/core';
import type { JSX } from 'react';
import css from './chart.module.css';

export interface Bar {
  readonly key: number | string;
  readonly label: string;
  /** Length of the bar, or of its parts in the order of the series. Not negative. */
  readonly value: number | readonly number[];
  /** Words at the right end: the exact figures. */
  readonly valueLabel: string;
}

export interface BarChartProps {
  /** What is drawn: the chart's name for screen readers. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Names of the parts, for the legend; at most three. Absent = one plain bar. */
  readonly series?: readonly string[];
  /** Length of the whole scale; absent = the longest bar. */
  readonly max?: number;
  /** Room for names of people or subjects instead of classes. */
  readonly wideLabels?: boolean;
}

const tones = ['first', 'second', 'third'] as const;

const toneOf = (at: number): string => css[tones[at] ?? 'third'] ?? '';

const partsOf = ({ value }: Bar): readonly number[] =>
  typeof value === 'number' ? [value] : value;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const Legend = ({ series }: { readonly series: readonly string[] }): JSX.Element => (
  <Group gap="md" mb={8} aria-hidden="true">
    {series.map((title, at) => (
      <span key={title} className={css['legend']}>
        <svg width={12} height={12}>
          <rect className={toneOf(at)} width={12} height={12} rx={2} />
        </svg>
        {title}
      </span>
    ))}
  </Group>
);

const BarRow = ({ bar, max }: { readonly bar: Bar; readonly max: number }): JSX.Element => {
  const percents = partsOf(bar).map((part) => (max === 0 ? 0 : (part / max) * 100));
  return (
    <li className={css['row']}>
      <span className={css['label']}>{bar.label}</span>
      {/* Lengths are attributes, not styles: the policy of the page allows no inline ones. */}
      <svg className={css['bar']} width="100%" height={16} aria-hidden="true">
        <rect className={css['track']} width="100%" height={16} rx={2} />
        {percents.map((percent, at) => (
          <rect
            // Parts have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            className={toneOf(at)}
            x={`${sum(percents.slice(0, at))}%`}
            width={`${percent}%`}
            height={16}
          />
        ))}
      </svg>
      <span className={css['value']}>{bar.valueLabel}</span>
    </li>
  );
};

/** Horizontal bars, one under another, with figures beside; put a table of the same rows near. */
export const BarChart = ({
  title,
  bars,
  series,
  max,
  wideLabels = false,
}: BarChartProps): JSX.Element => {
  const longest = max ?? Math.max(0, ...bars.map((bar) => sum(partsOf(bar))));
  return (
    <figure className={css['chart']} aria-label={title}>
      {series && <Legend series={series} />}
      <ul className={`${css['rows']} ${wideLabels ? css['wide'] : ''}`}>
        {bars.map((bar) => (
          <BarRow key={bar.key} bar={bar} max={longest} />
        ))}
      </ul>
    </figure>
  );
};
