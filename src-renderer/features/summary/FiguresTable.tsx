import type { JSX } from 'react';
import { Link } from 'wouter';
import type { Figure } from '../../../src-main/contract/summary.ts';
import type { Figures } from '../../../src-main/contract/summary-package.ts';
import { heads, hoursNumber, summary as text } from '../../strings/summary.ts';
import css from './summary.module.css';

const figureNames = Object.keys(heads) as readonly Figure[];

/** A figure as the form prints it. */
export const showFigure = (figure: Figure, value: number): string =>
  figure === 'quarterHours' ? hoursNumber(value) : String(value);

export interface FiguresTableProps {
  readonly figures: Figures;
  /** What stands beside the figures and is not counted. */
  readonly notCounted: Figures;
  /** Where the rows behind a figure are, or those beside it. */
  readonly rowsLink: (figure: Figure, counted: boolean) => string;
}

const Beside = ({ notCounted, rowsLink }: Omit<FiguresTableProps, 'figures'>): JSX.Element => (
  <tr>
    {figureNames.map((figure) => {
      const value = showFigure(figure, notCounted[figure]);
      return (
        <td key={figure}>
          {notCounted[figure] > 0 && (
            <Link
              href={rowsLink(figure, false)}
              className={css['beside'] ?? ''}
              aria-label={text.openBeside(heads[figure], value)}
            >
              {text.beside(value)}
            </Link>
          )}
        </td>
      );
    })}
  </tr>
);

/** The table of the official form: heads word for word, every figure opens its rows. */
export const FiguresTable = ({ figures, notCounted, rowsLink }: FiguresTableProps): JSX.Element => (
  <table className={css['form']} aria-label={text.form}>
    <thead>
      <tr>
        {figureNames.map((figure) => (
          <th key={figure} scope="col">
            {heads[figure]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      <tr>
        {figureNames.map((figure) => {
          const value = showFigure(figure, figures[figure]);
          return (
            <td key={figure}>
              <Link
                href={rowsLink(figure, true)}
                className={css['figure'] ?? ''}
                aria-label={text.openRows(heads[figure], value)}
              >
                {value}
              </Link>
            </td>
          );
        })}
      </tr>
    </tbody>
    {figureNames.some((figure) => notCounted[figure] > 0) && (
      <tfoot>
        <Beside notCounted={notCounted} rowsLink={rowsLink} />
      </tfoot>
    )}
  </table>
);
