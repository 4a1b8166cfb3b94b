import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { counts, doneStep as text, home } from '../../../strings/home.ts';
import { DescriptionList, Icon, Panel, Pending } from '../../../ui/index.ts';
import css from '../home.module.css';

const Fact = ({ value }: { readonly value: string | null }): JSX.Element => (
  <Group gap={6} wrap="nowrap">
    <Icon name={value === null ? 'warning' : 'check'} size={16} />
    {value ?? text.missing}
  </Group>
);

/** What has been set up, and where to begin. */
export const DoneStep = (): JSX.Element => {
  const query = useOperation('home.overview', {});
  return (
    <Pending query={query}>
      {({ firstRun, school, year, counts: { students } }) => (
        <Stack gap="sm">
          <Panel title={firstRun.needed ? text.partly : text.title}>
            <DescriptionList
              items={[
                [text.school, <Fact key="school" value={school?.shortName ?? null} />],
                [text.year, <Fact key="year" value={year && home.year(year.title)} />],
                [
                  text.people,
                  <Fact
                    key="people"
                    value={firstRun.missing.includes('people') ? null : counts.students(students)}
                  />,
                ],
              ]}
            />
          </Panel>
          <Panel title={text.next}>
            <ul className={css['plain']}>
              {text.hints.map((hint) => (
                <li key={hint}>
                  <Text size="sm">{hint}</Text>
                </li>
              ))}
            </ul>
          </Panel>
        </Stack>
      )}
    </Pending>
  );
};
