import { Alert, Button, Group } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { created, recognised as text } from '../../../strings/people-import.ts';
import { dayOrNone } from '../../../ui/dates.ts';
import { DateField } from '../../../ui/form/index.ts';
import { contentFacts, formatFacts } from '../../../ui/imports/facts.ts';
import { DescriptionList, Icon, Panel } from '../../../ui/index.ts';
import { TwoColumns } from '../../../ui/layout.tsx';
import type { ImportItem, Preview } from './import-store.ts';
import { previewAnew } from './preview-anew.ts';

export const createdWords = (creates: Preview['creates']): string =>
  (Object.keys(created) as (keyof typeof created)[])
    .filter((key) => creates[key] > 0)
    .map((key) => created[key](creates[key]))
    .join(', ') || text.nothingNew;

/** Only what there is to say: an empty fact is left out. */
const facts = (
  items: readonly (readonly [string, ReactNode])[],
): readonly (readonly [string, ReactNode])[] => items.filter(([, value]) => value !== null);

/** The day transfers and new enrolments get; another day makes the plan anew. */
const DayOfTransfers = ({ item, preview }: Props): JSX.Element => {
  const [day, setDay] = useState<string | null>(preview.onDate);
  const isNew = dayOrNone(day) !== undefined && day !== preview.onDate;
  const recalculate = async (): Promise<void> => {
    const onDate = dayOrNone(day);
    if (onDate === undefined) return;
    await previewAnew(item, { onDate });
  };
  return (
    <Group gap="xs" align="flex-end">
      <DateField
        name="onDate"
        width={300}
        label={text.onDate}
        description={text.onDateHint}
        value={day}
        onChange={setDay}
      />
      <Button variant="default" disabled={!isNew} onClick={() => void recalculate()}>
        {text.recalculate}
      </Button>
    </Group>
  );
};

interface Props {
  readonly item: ImportItem;
  readonly preview: Preview;
}

const hasTransfers = (kind: Preview['kind']): boolean =>
  kind === 'contingent' || kind === 'class-lists';

/** What the file turned out to be and what it would bring. */
export const RecognisedPanel = ({ item, preview }: Props): JSX.Element => {
  const { kind, notInFile, newClasses, warnings } = preview;
  return (
    <Panel title={text.title}>
      {preview.schoolYearNote !== null && (
        <Alert color="yellow" icon={<Icon name="warning" />} py={6} mb="sm">
          {preview.schoolYearNote}
        </Alert>
      )}
      <TwoColumns
        left={
          <DescriptionList
            items={[
              ...contentFacts(preview),
              ...formatFacts(preview),
              [text.year, preview.schoolYear],
            ]}
          />
        }
        right={
          <>
            <DescriptionList
              items={facts([
                [text.creates, createdWords(preview.creates)],
                [text.newClasses, newClasses.length === 0 ? null : newClasses.join(', ')],
                [text.notInFile, notInFile === 0 ? null : text.notInFileText(notInFile)],
                [text.warnings, warnings === 0 ? null : text.warningsText(warnings)],
              ])}
            />
            {hasTransfers(kind) && (
              <DayOfTransfers key={preview.plan} item={item} preview={preview} />
            )}
          </>
        }
      />
    </Panel>
  );
};
