import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { schoolYearOf, schoolYearTitle } from '../../../../src-main/domain/calendar.ts';
import { useOperation } from '../../../api/hooks.ts';
import { buttons } from '../../../strings/common.ts';
import {
  counts as countWords,
  doneStep as doneText,
  home,
  levelStep as levelText,
  peopleStep as peopleText,
  wizard,
} from '../../../strings/home.ts';
import { DescriptionList, Icon, Panel, Pending, navigate, todayIso } from '../../../ui/index.ts';
import { YearForm } from '../../calendar/YearForm.tsx';
import { ImportFiles } from '../../people/import/ImportScreen.tsx';
import { SchoolForm } from '../../settings/SchoolForm.tsx';
import css from '../home.module.css';

/** Where the program works and what the next steps ask for. */
export const LevelStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => (
  <Stack gap="sm">
    <Panel title={levelText.title}>
      <div className={css['level']}>
        <Icon name="check" size={20} />
        <div>
          <Text fw={700}>{levelText.school}</Text>
          <Text size="sm">{levelText.schoolHint}</Text>
        </div>
      </div>
      <Text size="sm" c="dimmed" mt={8}>
        {levelText.offline}
      </Text>
    </Panel>
    <Panel title={levelText.need}>
      <ul className={css['plain']}>
        {levelText.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </Panel>
    <Group justify="flex-end">
      <Button data-autofocus autoFocus onClick={onNext}>
        {wizard.begin}
      </Button>
    </Group>
  </Stack>
);

/** Requisites of the school; saved before the wizard goes on. */
export const RequisitesStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('settings.get', {});
  return (
    <Pending query={query}>
      {({ school }) => <SchoolForm school={school} onSaved={onNext} submitLabel={wizard.next} />}
    </Pending>
  );
};

/** The school year of today, prefilled. */
export const YearStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('calendar.years', {});
  const [startYear] = useState(() => schoolYearOf(todayIso()));
  return (
    <Stack gap="sm">
      <Title order={2} fz={16}>
        {home.year(schoolYearTitle(startYear))}
      </Title>
      <Pending query={query}>
        {({ years }) => (
          <YearForm
            startYear={startYear}
            isStored={years.some((year) => year.startYear === startYear)}
            onSaved={onNext}
            submitLabel={wizard.next}
          />
        )}
      </Pending>
    </Stack>
  );
};

type Counts = OperationOutput<'home.overview'>['counts'];

const filled = ({ students, guardians, teachers, classes }: Counts): string =>
  [
    countWords.students(students),
    countWords.guardians(guardians),
    countWords.teachers(teachers),
    countWords.classes(classes),
  ].join(', ');

/** Lists of people: by import, or later. */
export const PeopleStep = ({
  counts,
  onNext,
}: {
  readonly counts: Counts;
  readonly onNext: () => void;
}): JSX.Element => {
  const hasPeople = counts.students > 0;
  return (
    <Stack gap="sm">
      <Panel title={peopleText.title}>
        <Stack gap="sm">
          <Text size="sm">{peopleText.hint}</Text>
          {hasPeople && (
            <Text size="sm" fw={700}>
              {peopleText.filled} {filled(counts)}
            </Text>
          )}
        </Stack>
      </Panel>
      <ImportFiles />
      <Group justify="flex-end" gap="xs">
        {!hasPeople && (
          <Button variant="subtle" onClick={() => navigate('/students/new')}>
            {peopleText.byHand}
          </Button>
        )}
        <Button variant={hasPeople ? 'filled' : 'default'} onClick={onNext}>
          {hasPeople ? buttons.next : wizard.skip}
        </Button>
      </Group>
    </Stack>
  );
};

const Fact = ({ value }: { readonly value: string | null }): JSX.Element => (
  <Group gap={6} wrap="nowrap">
    <Icon name={value === null ? 'warning' : 'check'} size={16} />
    {value ?? doneText.missing}
  </Group>
);

/** What has been set up, and where to begin. */
export const DoneStep = (): JSX.Element => {
  const query = useOperation('home.overview', {});
  return (
    <Pending query={query}>
      {({ firstRun, school, year, counts: { students } }) => (
        <Stack gap="sm">
          <Panel title={firstRun.needed ? doneText.partly : doneText.title}>
            <DescriptionList
              items={[
                [doneText.school, <Fact key="school" value={school?.shortName ?? null} />],
                [doneText.year, <Fact key="year" value={year && home.year(year.title)} />],
                [
                  doneText.people,
                  <Fact
                    key="people"
                    value={
                      firstRun.missing.includes('people') ? null : countWords.students(students)
                    }
                  />,
                ],
              ]}
            />
          </Panel>
          <Panel title={doneText.next}>
            <ul className={css['plain']}>
              {doneText.hints.map((hint) => (
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
