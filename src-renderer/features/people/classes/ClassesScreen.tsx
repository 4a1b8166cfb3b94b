import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { dayOfSchoolYear } from '../../../../src-main/domain/calendar.ts';
import { names } from '../../../strings/people.ts';
import { form, list as text } from '../../../strings/people-classes.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import { navigate, todayIso } from '../../../ui/index.ts';
import type { ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { parallelChoices } from '../class-choices.ts';
import { classLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';
import { YearField, useShownYear } from '../YearField.tsx';
import { ClassForm } from './ClassForm.tsx';

const columns: readonly ListColumn<RowOf<'people.listClasses'>>[] = [
  { key: 'className', title: names.className, width: 90, sort: true },
  {
    key: 'parallel',
    title: names.parallel,
    kind: 'number',
    width: 120,
    hidden: true,
    filter: { kind: 'choice', key: 'parallel', choices: parallelChoices },
  },
  { key: 'programme', title: text.programme, width: 200 },
  { key: 'programmeName', title: text.programmeName, width: 240, hidden: true },
  { key: 'classTeacher', title: text.classTeacher, width: 260, grow: true },
  { key: 'studentCount', title: text.studentCount, kind: 'number', width: 140, sort: true },
];

const initial = { sort: { column: 'className', descending: false } };

export default function ClassesScreen(): JSX.Element {
  const { year, choose } = useShownYear();
  const [adding, setAdding] = useState(false);
  const fixed = useMemo(
    () => (year === null ? {} : { onDate: dayOfSchoolYear(year, todayIso()) }),
    [year],
  );
  const close = (): void => setAdding(false);
  return (
    <ListPage words={text} onAdd={() => setAdding(true)}>
      <DataTable
        operation="people.listClasses"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(classLink(row.id))}
        initial={initial}
        fixedFilters={fixed}
        actions={<YearField value={year} onChange={choose} />}
        empty={emptyList(text)}
      />
      {adding && year !== null && (
        <FormDialog title={form.create} onClose={close}>
          <ClassForm
            row={null}
            startYear={year}
            onSaved={(id) => navigate(classLink(id))}
            onCancel={close}
          />
        </FormDialog>
      )}
    </ListPage>
  );
}
