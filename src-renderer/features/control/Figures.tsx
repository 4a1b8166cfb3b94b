import type { JSX } from 'react';
import type { ControlFigures } from '../../../src-main/contract/control.ts';
import { figures as text } from '../../strings/control.ts';
import { navigate } from '../../ui/index.ts';
import css from './control.module.css';
import type { FaultKind } from './control-store.ts';
import { choose } from './control-store.ts';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** List behind the figure. */
  readonly kind: FaultKind | null;
  readonly isBad?: boolean;
}

/** Opens the list of one kind with the filters of the screen. */
export const openFaults = (kind: FaultKind): void => {
  choose({ kind });
  navigate('/control?tab=faults');
};

const Figure = ({ name, value, note, kind, isBad = false }: FigureProps): JSX.Element => {
  const content = (
    <>
      <span className={css['figureName']}>{name}</span>
      <b className={`${css['figureValue']} ${isBad ? css['bad'] : ''}`}>{value}</b>
      <span className={css['figureNote']}>{note}</span>
    </>
  );
  return (
    <li className={css['figureItem']}>
      {kind === null ? (
        <div className={css['figure']}>{content}</div>
      ) : (
        <button
          type="button"
          className={css['figure']}
          title={text.open}
          onClick={() => openFaults(kind)}
        >
          {content}
        </button>
      )}
    </li>
  );
};

const number = (value: number): string => value.toLocaleString('ru');

const countOrUnknown = (value: number, known: number): string =>
  known === 0 ? text.unknownWord : number(value);

const volumeNote = ({ planned, heldOfPlanned, pairs, pairsPlanned }: ControlFigures): string => {
  if (planned === null || heldOfPlanned === null) return text.noPlan;
  return pairs === pairsPlanned
    ? text.plannedOf(heldOfPlanned, planned)
    : text.plannedPart(heldOfPlanned, planned, pairsPlanned, pairs);
};

/** Figures of the period; each opens its rows. */
export const Figures = ({ total }: { readonly total: ControlFigures }): JSX.Element => {
  const { lessons, described, marks, planned } = total;
  const held = total.heldOfPlanned ?? 0;
  const missing = lessons - described;
  return (
    <ul className={css['figures']} aria-label={text.label}>
      <Figure name={text.lessons} value={number(lessons)} note={text.marks(marks)} kind={null} />
      <Figure
        name={text.onTime}
        value={number(total.onTime)}
        note={text.of(total.onTime, marks)}
        kind={null}
      />
      <Figure
        name={text.late}
        value={number(total.late)}
        note={text.of(total.late, marks)}
        kind="late"
        isBad={total.late > 0}
      />
      <Figure
        name={text.unknown}
        value={number(total.unknown)}
        note={text.of(total.unknown, marks)}
        kind="unknown"
      />
      <Figure
        name={text.withoutHomework}
        value={countOrUnknown(total.withoutHomework, described)}
        note={text.of(total.withoutHomework, described)}
        kind="no-homework"
        isBad={total.withoutHomework > 0}
      />
      <Figure
        name={text.withoutTopic}
        value={countOrUnknown(total.withoutTopic, described)}
        note={text.of(total.withoutTopic, described)}
        kind="no-topic"
        isBad={total.withoutTopic > 0}
      />
      <Figure
        name={text.undescribed}
        value={number(missing)}
        note={text.of(missing, lessons)}
        kind="undescribed"
      />
      <Figure
        name={text.emptyWeeks}
        value={countOrUnknown(total.emptyWeeks, total.weeks)}
        note={text.of(total.emptyWeeks, total.weeks)}
        kind="empty-weeks"
        isBad={total.emptyWeeks > 0}
      />
      <Figure
        name={text.volume}
        value={planned === null ? text.unknownWord : text.planned(held, planned)}
        note={volumeNote(total)}
        kind="volume"
        isBad={planned !== null && held < planned}
      />
    </ul>
  );
};
