import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names, sexesShort } from '../../../strings/people.ts';
import { card as text } from '../../../strings/people-classes.ts';
import { StatusBadge, showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { TextLink } from '../../../ui/layout.tsx';
import { shownIf, useKeptFields } from '../kept-fields.ts';
import type { KeptFields } from '../kept-fields.ts';
import { guardianLink, studentLink } from '../links.ts';

type Member = OperationOutput<'people.class'>['members'][number];

const columnsOf = (kept: KeptFields): readonly SmallColumn<Member>[] => [
  {
    key: 'number',
    title: text.number,
    width: 40,
    align: 'right',
    render: (_, index) => index + 1,
  },
  {
    key: 'name',
    title: names.fullName,
    render: ({ studentId, fullName, homeSchooled }) => (
      <Group gap={6}>
        <TextLink to={studentLink(studentId)}>{fullName}</TextLink>
        {homeSchooled && <StatusBadge tone="warning">{text.homeSchooled}</StatusBadge>}
      </Group>
    ),
  },
  {
    key: 'birth',
    title: names.birthDate,
    width: 120,
    render: ({ birthDate }) => showDate(birthDate),
  },
  ...shownIf(kept.studentSex, {
    key: 'sex',
    title: names.sex,
    width: 50,
    render: ({ sex }: Member) => sex && sexesShort[sex],
  }),
  {
    key: 'guardians',
    title: text.guardians,
    render: ({ guardians }) => (
      <Stack gap={0}>
        {guardians.map(({ id, fullName, relationName, phone }) => (
          <Text key={id} size="sm">
            <TextLink to={guardianLink(id)}>
              {text.guardianOf(relationName, fullName, phone)}
            </TextLink>
          </Text>
        ))}
      </Stack>
    ),
  },
];

/** Who is in the class on the day, with the parents' phones. */
export const MembersTable = ({ members }: { readonly members: readonly Member[] }): JSX.Element => (
  <SmallTable
    label={text.members}
    columns={columnsOf(useKeptFields())}
    rows={members}
    rowKey={({ studentId }) => studentId}
    empty={text.membersEmpty}
  />
);
