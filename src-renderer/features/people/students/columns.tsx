import { states } from '../../../strings/common.ts';
import { names, sexesShort } from '../../../strings/people.ts';
import { list as text, statuses } from '../../../strings/people-students.ts';
import { PersonName, StatusBadge } from '../../../ui/details.tsx';
import type { FilterChoice, ListColumn, RowOf } from '../../../ui/lists/index.ts';
import { yesNo } from '../../../ui/lists/index.ts';
import { parallelChoices } from '../class-choices.ts';
import type { KeptFields } from '../kept-fields.ts';
import { shownIf } from '../kept-fields.ts';

type Column = ListColumn<RowOf<'people.listStudents'>>;

const home: Column = {
  key: 'homeSchooled',
  title: text.homeSchooled,
  width: 130,
  filter: {
    kind: 'choice',
    key: 'homeSchooled',
    choices: yesNo({ true: states.yes, false: states.no }),
  },
};

const sex: Column = {
  key: 'sex',
  title: names.sex,
  kind: 'choice',
  labels: sexesShort,
  width: 70,
  filter: {
    kind: 'choice',
    key: 'sex',
    choices: Object.entries(sexesShort).map(([value, label]) => ({ value, label })),
  },
};

const address: Column = { key: 'address', title: text.address, width: 260, hidden: true };

/** Columns of the list; classes of the year are the choices of the class filter. */
export const studentColumns = (
  classes: readonly FilterChoice[],
  kept: KeptFields,
): readonly Column[] => [
  {
    key: 'fullName',
    title: names.fullName,
    width: 260,
    grow: true,
    sort: true,
    render: (row) => <PersonName person={row} />,
  },
  {
    key: 'className',
    title: names.className,
    width: 84,
    sort: true,
    filter: { kind: 'choice', key: 'className', choices: classes },
  },
  {
    key: 'parallel',
    title: names.parallel,
    kind: 'number',
    width: 120,
    hidden: true,
    filter: { kind: 'choice', key: 'parallel', choices: parallelChoices },
  },
  {
    key: 'birthDate',
    title: names.birthDate,
    kind: 'date',
    width: 140,
    sort: true,
    filter: {
      kind: 'choice',
      key: 'withoutBirthDate',
      choices: yesNo({ true: text.birthMissing, false: text.birthKnown }),
    },
  },
  { key: 'age', title: names.age, kind: 'number', width: 80 },
  ...shownIf(kept.studentSex, sex),
  {
    key: 'guardianCount',
    title: text.guardianCount,
    kind: 'number',
    width: 110,
    filter: {
      kind: 'choice',
      key: 'withoutGuardians',
      choices: yesNo({ true: text.withoutGuardians, false: text.withGuardians }),
    },
    render: (row) =>
      row.guardianCount === 0 ? (
        <StatusBadge tone="warning">{text.noGuardians}</StatusBadge>
      ) : (
        row.guardianCount
      ),
  },
  home,
  ...shownIf(kept.studentAddress, address),
  {
    key: 'status',
    title: text.status,
    kind: 'choice',
    labels: statuses,
    width: 110,
    render: (row) => (
      <StatusBadge tone={row.status === 'enrolled' ? 'good' : 'neutral'}>
        {statuses[row.status]}
      </StatusBadge>
    ),
  },
];
