import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { list as text, shown } from '../../../strings/people-teachers.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { navigate } from '../../../ui/index.ts';
import { DataTable } from '../../../ui/table/index.ts';
import { useClassChoices } from '../class-choices.ts';
import { teacherLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';
import { teacherColumns } from './columns.tsx';

type Shown = keyof typeof shown;

const initial = { sort: { column: 'fullName', descending: false } };

export default function TeachersScreen(): JSX.Element {
  const classes = useClassChoices();
  const columns = useMemo(() => teacherColumns(classes), [classes]);
  const [state, setState] = useState<Shown>('active');
  const fixed = useMemo(() => (state === 'all' ? {} : { active: state === 'active' }), [state]);
  return (
    <ListPage words={text} onAdd={() => navigate('/teachers/new')}>
      <DataTable
        operation="people.listTeachers"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(teacherLink(row.id))}
        initial={initial}
        fixedFilters={fixed}
        actions={
          <SegmentField<Shown>
            name="state"
            label={text.shown}
            value={state}
            onChange={setState}
            choices={choicesOf(shown)}
          />
        }
        empty={emptyList(text)}
      />
    </ListPage>
  );
}
