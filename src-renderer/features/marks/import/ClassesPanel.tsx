import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { classes as text } from '../../../strings/marks-import.ts';
import { Panel, Pending } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';

type PlanClass = OperationOutput<'marks.listPlanClasses'>['rows'][number];

const columns: readonly SmallColumn<PlanClass>[] = [
  {
    key: 'class',
    title: text.class,
    width: 120,
    render: ({ className, schoolYear }) => text.classOf(className, schoolYear),
  },
  { key: 'pupils', title: text.pupils, render: ({ pupils }) => text.pupilsOf(pupils) },
  { key: 'marks', title: text.marks, render: ({ marks }) => text.countsOf(marks) },
  { key: 'lessons', title: text.lessons, render: ({ lessons }) => text.countsOf(lessons) },
  { key: 'finals', title: text.finals, render: ({ finals }) => text.countsOf(finals) },
  {
    key: 'subjects',
    title: text.newSubjects,
    render: ({ newSubjects }) => newSubjects.join(', '),
  },
  {
    key: 'codes',
    title: text.codes,
    align: 'right',
    render: ({ unknownCodes }) => (unknownCodes === 0 ? '' : unknownCodes.toLocaleString('ru')),
  },
  {
    key: 'rejected',
    title: text.rejected,
    align: 'right',
    render: ({ rejected }) => (rejected === 0 ? '' : rejected.toLocaleString('ru')),
  },
];

/** What the plan brings to each class. */
export const ClassesPanel = ({ plan }: { readonly plan: string }): JSX.Element => {
  const query = useOperation('marks.listPlanClasses', { plan, limit: 300 });
  return (
    <Panel title={text.title}>
      <Pending query={query}>
        {({ rows }) => (
          <SmallTable
            label={text.title}
            columns={columns}
            rows={rows}
            rowKey={({ className, schoolYear }) => `${className} ${schoolYear}`}
            empty={text.empty}
          />
        )}
      </Pending>
    </Panel>
  );
};
