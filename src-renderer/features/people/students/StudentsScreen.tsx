import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { list as text, shown } from '../../../strings/people-students.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { navigate } from '../../../ui/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { useClassChoices } from '../class-choices.ts';
import { useKeptFields } from '../kept-fields.ts';
import { linkFilters } from '../link-filters.ts';
import { studentLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';
import { studentColumns } from './columns.tsx';

type Shown = keyof typeof shown;

const sexFilter = ['sex'] as const;
const byName = { column: 'fullName', descending: false };

/** Filters a link to the list may carry, e.g. `/students?withoutGuardians=true`. */
const linked = ['className', 'withoutGuardians', 'withoutBirthDate', 'homeSchooled'] as const;

export default function StudentsScreen(): JSX.Element {
  const classes = useClassChoices();
  const kept = useKeptFields();
  const columns = useMemo(() => studentColumns(classes, kept), [classes, kept]);
  const search = useSearch();
  const initial = useMemo(() => ({ sort: byName, ...linkFilters(search, linked) }), [search]);
  const [status, setStatus] = useState<Shown>('enrolled');
  const fixed = useMemo(() => (status === 'all' ? {} : { status }), [status]);
  return (
    <ListPage words={text} onAdd={() => navigate('/students/new')}>
      <DataTable
        key={search}
        operation="people.listStudents"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(studentLink(row.id))}
        initial={initial}
        fixedFilters={fixed}
        {...(!kept.studentSex && { goneFilters: sexFilter })}
        actions={
          <SegmentField<Shown>
            name="status"
            label={text.shown}
            value={status}
            onChange={setStatus}
            choices={choicesOf(shown)}
          />
        }
        empty={emptyList(text)}
      />
    </ListPage>
  );
}
