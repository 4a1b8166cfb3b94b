import { names } from '../../../strings/people.ts';
import { list as text, states } from '../../../strings/people-teachers.ts';
import { PersonName, StatusBadge } from '../../../ui/details.tsx';
import type { FilterChoice, ListColumn, RowOf } from '../../../ui/table/index.ts';

/** Columns of the list; classes of the year are the choices of the class filter. */
export const teacherColumns = (
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
