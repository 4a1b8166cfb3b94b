import { Radio, Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { compare as text, details, fields } from '../../../strings/people-duplicates.ts';
import { states } from '../../../strings/common.ts';
import { TextLink } from '../../../ui/layout.tsx';
import { useKeptFields } from '../kept-fields.ts';
import { guardianLink, studentLink, teacherLink } from '../links.ts';
import type { Field, Group, Kind, MergeChoice, Suspect } from './fields.ts';
import { choosable, shownValue } from './fields.ts';

const links: Readonly<Record<Kind, (id: number) => string>> = {
  student: studentLink,
  guardian: guardianLink,
  teacher: teacherLink,
};

export interface CompareTableProps {
  readonly group: Group;
  readonly choice: MergeChoice;
  /** Fields with two different values, to choose between. */
  readonly disputed: readonly Field[];
  readonly onKeep: (id: number) => void;
  readonly onJoin: (id: number) => void;
  readonly onTake: (field: Field, isDropped: boolean) => void;
}

const Row = ({
  title,
  people,
  renderCell,
}: {
  readonly title: string;
  readonly people: readonly Suspect[];
  readonly renderCell: (person: Suspect, index: number) => ReactNode;
}): JSX.Element => (
  <Table.Tr>
    <Table.Th scope="row">{title}</Table.Th>
    {people.map((person, index) => (
      <Table.Td key={person.id}>{renderCell(person, index)}</Table.Td>
    ))}
  </Table.Tr>
);

/** The rows that choose the pair: which card stays, which one joins it. */
const PairRows = ({
  group: { people },
  choice,
  onKeep,
  onJoin,
}: CompareTableProps): JSX.Element => (
  <>
    <Row
      title={text.keepRow}
      people={people}
      renderCell={({ id }, index) => (
        <Radio
          size="xs"
          name="keep"
          label={text.keep}
          aria-label={text.keepOf(index + 1)}
          checked={choice.keep === id}
          onChange={() => onKeep(id)}
        />
      )}
    />
    {people.length > 2 && (
      <Row
        title={text.joinRow}
        people={people}
        renderCell={({ id }, index) => (
          <Radio
            size="xs"
            name="join"
            label={text.join}
            aria-label={text.joinOf(index + 1)}
            checked={choice.drop === id}
            onChange={() => onJoin(id)}
          />
        )}
      />
    )}
  </>
);

const FieldRow = ({
  field,
  group: { people },
  choice,
  disputed,
  onTake,
}: CompareTableProps & { readonly field: Field }): JSX.Element => {
  const isTaken = choice.taken.includes(field);
  return (
    <Row
      title={fields[field]}
      people={people}
      renderCell={(person, index) => {
        const isPair = person.id === choice.keep || person.id === choice.drop;
        if (!disputed.includes(field) || !isPair) return shownValue(person, field);
        const isDropped = person.id === choice.drop;
        return (
          <Radio
            size="xs"
            name={field}
            label={shownValue(person, field)}
            aria-label={text.take(fields[field], index + 1)}
            checked={isTaken === isDropped}
            onChange={() => onTake(field, isDropped)}
          />
        );
      }}
    />
  );
};

/** Fields of the cards in rows, the cards in columns. */
export const CompareTable = (props: CompareTableProps): JSX.Element => {
  const { kind, people } = props.group;
  const kept = useKeptFields();
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table aria-label={text.title} verticalSpacing={6} fz="sm" withTableBorder withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.field}</Table.Th>
            {people.map(({ id }, index) => (
              <Table.Th key={id}>{text.card(index + 1)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <PairRows {...props} />
          {choosable(kind, kept).map((field) => (
            <FieldRow key={field} field={field} {...props} />
          ))}
          {kind === 'student' && (
            <Row
              title={fields.className}
              people={people}
              renderCell={({ className }) => className ?? states.nothing}
            />
          )}
          <Row
            title={details[kind]}
            people={people}
            renderCell={(person) => (person.details === '' ? states.nothing : person.details)}
          />
          <Row
            title={text.openCard}
            people={people}
            renderCell={({ id, fullName }) => <TextLink to={links[kind](id)}>{fullName}</TextLink>}
          />
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
