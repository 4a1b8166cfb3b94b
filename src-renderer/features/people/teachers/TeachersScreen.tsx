import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { list as text, shown, states } from '../../../strings/people-teachers.ts';
import { names } from '../../../strings/people.ts';
import { PersonName, StatusBadge } from '../../../ui/details.tsx';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { navigate } from '../../../ui/index.ts';
import type { FilterChoice, ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { useClassChoices } from '../class-choices.ts';
import { teacherLink } from '../links.ts';
import { ListPage, emptyList } from '../ListPage.tsx';

/** Columns of the list; classes of the year are the choices of the class filter. */
const teacherColumns = (
  classes: readonly FilterChoice[],
): readonly ListColumn<RowOf<'people.listTeachers'>>[] => [
  {
    key: 'fullName',
    title: names.fullName,
    width: 250,
    sort: true,
    render: (row) => <PersonName person={row} />,
  },
  { key: 'position', title: text.position, width: 160, sort: true },
  {
    key: 'subjects',
    title: text.subjects,
    width: 200,
    filter: { kind: 'text', key: 'subject' },
  },
  {
    key: 'classNames',
    title: text.classNames,
    width: 180,
    grow: true,
    filter: { kind: 'choice', key: 'className', choices: classes },
  },
  { key: 'classTeacherOf', title: text.classTeacherOf, width: 180 },
  {
    key: 'active',
    title: text.state,
    kind: 'choice',
    labels: states,
    width: 110,
    render: ({ active }) => (
      <StatusBadge tone={active ? 'good' : 'neutral'}>{states[`${active}`]}</StatusBadge>
    ),
  },
];

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
