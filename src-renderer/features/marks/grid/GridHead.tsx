import type { JSX } from 'react';
import { grid as text } from '../../../strings/marks.ts';
import css from './grid.module.css';
import type { GridColumn } from './grid-cells.ts';

export interface GridHeadProps {
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  /** Column of the cursor. */
  readonly active: number;
  /** Whether the last column holds means. */
  readonly average: boolean;
}

export const GridHead = ({ corner, columns, active, average }: GridHeadProps): JSX.Element => (
  <thead>
    <tr>
      <th scope="col" className={css['corner']}>
        {corner}
      </th>
      {columns.map(({ key, head, sub, title }, index) => (
        <th
          key={key}
          scope="col"
          title={title}
          aria-label={title}
          className={index === active ? css['headNow'] : undefined}
        >
          <span className={css['day']}>{head}</span>
          {sub !== '' && <span className={css['sub']}>{sub}</span>}
        </th>
      ))}
      {average && (
        <th scope="col" className={css['average']}>
          {text.average}
        </th>
      )}
    </tr>
  </thead>
);
