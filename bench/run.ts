/**
 * `npm run bench [name…]`: every figure beside its baseline, measured in the same run.
 *
 * Each side of a figure runs in a process of its own, so that its peak memory is its own. Sides
 * alternate `rounds` times; the median of each side is compared. Nothing here is a timed test:
 * the command prints, a person judges.
 */
import { fileURLToPath } from 'node:url';
import { longLimit, runNow } from '../tests/support/child.ts';
import { figures, type Figure } from './figures.ts';
import type { Measure } from './support/measure.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);

const measure = (figure: Figure, side: 'subject' | 'baseline'): Measure => {
  const script = fileURLToPath(new URL(`./${figure.script}`, import.meta.url));
  const flags = ['--no-warnings', '--expose-gc', script, side, ...figure.arguments];
  const { status, stdout, stderr } = runNow(process.execPath, flags, { limit: longLimit });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measure;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const compare = (figure: Figure) => {
  const subject: Measure[] = [];
  const baseline: Measure[] = [];
  for (let round = 0; round < rounds; round += 1) {
    subject.push(measure(figure, 'subject'));
    baseline.push(measure(figure, 'baseline'));
  }
  const ms = median(subject.map((one) => one.ms));
  const base = median(baseline.map((one) => one.ms));
  return { ms, base, peakMb: Math.max(...subject.map((one) => one.peakMb)), ratio: ms / base };
};

const number = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

const verdict = (figure: Figure, found: ReturnType<typeof compare>): string => {
  const misses = [
    found.ratio > figure.limits.ratio ? 'ratio' : '',
    found.ms > (figure.limits.ms ?? Infinity) ? 'time' : '',
    found.peakMb > (figure.limits.peakMb ?? Infinity) ? 'memory' : '',
  ].filter(Boolean);
  return misses.length === 0 ? 'within' : `over: ${misses.join(', ')}`;
};

const limitText = ({ ratio, ms, peakMb }: Figure['limits']): string =>
  [`≤ ${ratio}×`, ms ? `≤ ${ms} ms` : '', peakMb ? `< ${peakMb} MB` : '']
    .filter(Boolean)
    .join(', ');

const wanted = process.argv.slice(2);
console.log('| figure | ms | baseline | ms | ratio | peak MB | limit | |');
console.log('|---|---:|---|---:|---:|---:|---|---|');
for (const figure of figures.filter(
  ({ name }) => wanted.length === 0 || wanted.some((w) => name.includes(w)),
)) {
  const found = compare(figure);
  const cells = [
    figure.name,
    number(found.ms),
    figure.baseline,
    number(found.base),
    `${found.ratio.toFixed(2)}×`,
    number(found.peakMb),
    limitText(figure.limits),
    verdict(figure, found),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
