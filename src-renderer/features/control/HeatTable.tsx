import type { JSX, KeyboardEvent } from 'react';
import { useState } from 'react';
import type {
  ControlGrouping,
  HeatCell as Cell,
  HeatMeasure,
} from '../../../src-main/contract/control.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { groupHeads, groupings, heat as text, measures } from '../../strings/control.ts';
import { navigate, showPeriod } from '../../ui/index.ts';
import css from './control.module.css';
import type { FaultKind } from './control-store.ts';
import { choose } from './control-store.ts';
import { groupChoice } from './use-scope.ts';

type Map = OperationOutput<'control.heatMap'>;
type Week = Map['weeks'][number];

/** The list that stands behind a cell. */
const kindOf = (measure: HeatMeasure, { state }: Cell): FaultKind => {
  if (measure === 'late') return state === 'unknown' ? 'unknown' : 'late';
  if (measure === 'marks') return 'empty-weeks';
  if (measure === 'volume') return 'volume';
  if (state === 'unknown') return 'undescribed';
  return measure === 'topic' ? 'no-topic' : 'no-homework';
};

const wordsOf = (measure: HeatMeasure, cell: Cell | null): string => {
  if (cell === null) return text.nothing;
  if (cell.state === 'unknown') return text.unknownCell(cell.unknown);
  const known = text.cell[measure](cell.value, cell.of);
  return cell.unknown > 0 ? `${known}${text.andUnknown(cell.unknown)}` : known;
};

const signOf = (cell: Cell | null): string => {
  if (cell === null) return '·';
  if (cell.state === 'unknown') return '?';
  return `${cell.value.toLocaleString('ru')}${cell.unknown > 0 ? '?' : ''}`;
};

const lookOf = (cell: Cell | null): string => {
  if (cell === null) return css['nothing'] ?? '';
  return (cell.state === 'unknown' ? css['unknown'] : css[`level${cell.level}`]) ?? '';
};

/** «05.01», and the year only in the title. */
const shortDay = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}`;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface Place {
  readonly row: number;
  readonly week: number;
}

interface CellProps {
  readonly cell: Cell | null;
  readonly label: string;
  readonly at: Place;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (() => void) | undefined;
}

const HeatCell = ({ cell, label, at, isCurrent, onFocus, onOpen }: CellProps): JSX.Element => (
  <td role="gridcell">
    <button
      type="button"
      className={`${css['cell']} ${lookOf(cell)}`}
      title={label}
      aria-label={label}
      tabIndex={isCurrent ? 0 : -1}
      data-place={`${at.row} ${at.week}`}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {signOf(cell)}
    </button>
  </td>
);

export interface HeatTableProps {
  readonly map: Map;
  readonly measure: HeatMeasure;
  readonly by: ControlGrouping;
}

const openCell = (
  { measure, by }: HeatTableProps,
  cell: Cell,
  id: number,
  { startsOn, endsOn }: Week,
): void => {
  choose({
    ...groupChoice(by, id),
    period: 'days',
    from: startsOn,
    to: endsOn,
    kind: kindOf(measure, cell),
  });
  navigate('/control?tab=faults');
};

const Head = ({ map, by }: Pick<HeatTableProps, 'map' | 'by'>): JSX.Element => (
  <thead>
    <tr>
      <th scope="col" className={css['corner']}>
        {groupHeads[by]}
      </th>
      {map.weeks.map(({ startsOn, endsOn }) => (
        <th key={startsOn} scope="col" title={showPeriod(startsOn, endsOn)}>
          {shortDay(startsOn)}
        </th>
      ))}
    </tr>
  </thead>
);

/** One stop of Tab; arrows walk over the cells, Enter opens the list behind one. */
export const HeatTable = (props: HeatTableProps): JSX.Element => {
  const { map, measure, by } = props;
  const [place, setPlace] = useState<Place>({ row: 0, week: 0 });
  const current = {
    row: Math.min(place.row, map.rows.length - 1),
    week: Math.min(place.week, map.weeks.length - 1),
  };
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const step = arrows[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(map.rows.length - 1, current.row + step[0]));
    const week = Math.max(0, Math.min(map.weeks.length - 1, current.week + step[1]));
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-place="${row} ${week}"]`)?.focus();
  };
  return (
    // A scrolling region of its own: the keyboard reaches it through its cells.
    <div className={css['heat']}>
      <table
        role="grid"
        className={css['heatTable']}
        aria-label={text.title(measures[measure], groupings[by])}
        onKeyDown={move}
      >
        <Head map={map} by={by} />
        <tbody>
          {map.rows.map(({ id, title, cells }, row) => (
            <tr key={id}>
              <th scope="row" title={title}>
                {title}
              </th>
              {map.weeks.map((week, at) => {
                const cell = cells[at] ?? null;
                const days = showPeriod(week.startsOn, week.endsOn);
                return (
                  <HeatCell
                    key={week.startsOn}
                    cell={cell}
                    label={text.about(title, days, wordsOf(measure, cell))}
                    at={{ row, week: at }}
                    isCurrent={row === current.row && at === current.week}
                    onFocus={() => setPlace({ row, week: at })}
                    onOpen={cell === null ? undefined : () => openCell(props, cell, id, week)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
