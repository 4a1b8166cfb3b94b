import type { JSX } from 'react';
import { useMemo } from 'react';
import type { ControlFigures, ControlScope } from '../../../src-main/contract/control.ts';
import { useOperation } from '../../api/hooks.ts';
import { faults as text, screen } from '../../strings/control.ts';
import { navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { lessonLink } from '../marks/links.ts';
import { lessonColumns, markColumns, volumeColumns, weekColumns } from './columns.tsx';
import css from './control.module.css';
import type { FaultKind } from './control-store.ts';
import { choose, faultKinds, useControl } from './control-store.ts';

/** How many rows stand behind each kind, where the figures tell it. */
const countOf = (kind: FaultKind, total: ControlFigures): number | null => {
  switch (kind) {
    case 'late':
      return total.late;
    case 'unknown':
      return total.unknown;
    case 'no-homework':
      return total.withoutHomework;
    case 'no-topic':
      return total.withoutTopic;
    case 'undescribed':
      return total.lessons - total.described;
    case 'empty-weeks':
      return total.emptyWeeks;
    case 'volume':
      return total.pairs;
    default:
      return null;
  }
};

const Kinds = ({ scope, kind }: { readonly scope: ControlScope; readonly kind: FaultKind }) => {
  const total = useOperation('control.overview', { by: 'class', ...scope }, { keepPrevious: true })
    .data?.total;
  return (
    <div className={css['kinds']} role="group" aria-label={text.kinds}>
      {faultKinds.map((one) => {
        const count = total === undefined ? null : countOf(one, total);
        return (
          <button
            key={one}
            type="button"
            className={css['kind']}
            aria-pressed={one === kind}
            onClick={() => choose({ kind: one })}
          >
            {text[one]} {count !== null && <b>{count.toLocaleString('ru')}</b>}
          </button>
        );
      })}
    </div>
  );
};

interface Lesson {
  readonly classId: number;
  readonly subject: string;
  readonly date: string;
}

const openLesson = ({ classId, subject, date }: Lesson): void =>
  navigate(lessonLink({ classId, subject, date }));

interface ListProps {
  readonly scope: ControlScope;
  readonly kind: FaultKind;
}

const empty = { title: text.none, hint: text.noneHint };
const byDate = { sort: { column: 'date', descending: true } };

const MarkList = ({ scope, kind }: ListProps): JSX.Element => {
  const timeliness = kind === 'unknown' ? 'unknown' : 'late';
  const filters = useMemo(() => ({ timeliness, ...scope }), [timeliness, scope]);
  return (
    <DataTable
      operation="control.listLateMarks"
      title={`${screen.title}. ${text[kind]}`}
      columns={markColumns}
      rowKey={({ id }) => id}
      fixedFilters={filters}
      initial={byDate}
      onOpen={openLesson}
      empty={empty}
    />
  );
};

const LessonList = ({ scope, kind }: ListProps): JSX.Element => {
  const filters = useMemo(() => ({ fault: kind, ...scope }), [kind, scope]);
  return (
    <DataTable
      operation="control.listLessons"
      title={`${screen.title}. ${text[kind]}`}
      columns={lessonColumns}
      rowKey={({ id }) => id}
      fixedFilters={filters}
      initial={byDate}
      onOpen={openLesson}
      empty={empty}
    />
  );
};

const WeekList = ({ scope }: Pick<ListProps, 'scope'>): JSX.Element => (
  <DataTable
    operation="control.listEmptyWeeks"
    title={`${screen.title}. ${text['empty-weeks']}`}
    columns={weekColumns}
    rowKey={({ id }) => id}
    fixedFilters={scope}
    onOpen={({ classId, subject, weekStartsOn }) =>
      openLesson({ classId, subject, date: weekStartsOn })
    }
    empty={empty}
  />
);

const VolumeList = ({ scope }: Pick<ListProps, 'scope'>): JSX.Element => (
  <DataTable
    operation="control.listVolume"
    title={`${screen.title}. ${text.volume}`}
    columns={volumeColumns}
    rowKey={({ id }) => id}
    fixedFilters={scope}
    empty={empty}
  />
);

const List = ({ scope, kind }: ListProps): JSX.Element => {
  switch (kind) {
    case 'late':
    case 'unknown':
      return <MarkList scope={scope} kind={kind} />;
    case 'empty-weeks':
      return <WeekList scope={scope} />;
    case 'volume':
      return <VolumeList scope={scope} />;
    default:
      return <LessonList scope={scope} kind={kind} />;
  }
};

/** What stands behind the figures, row by row; Enter goes to the lesson. */
export const FaultsTab = ({ scope }: { readonly scope: ControlScope | null }): JSX.Element => {
  const kind = useControl((state) => state.kind);
  if (scope === null) return <></>;
  return (
    <>
      <Kinds scope={scope} kind={kind} />
      <List scope={scope} kind={kind} />
    </>
  );
};
