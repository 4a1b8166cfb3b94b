import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { inFile as text } from '../../../strings/people-fields.ts';
import { CheckField } from '../../../ui/form/index.ts';
import { Panel } from '../../../ui/index.ts';
import type { ImportItem, Preview } from './import-store.ts';
import { previewAnew } from './preview-anew.ts';

export interface FieldsPanelProps {
  readonly item: ImportItem;
  readonly preview: Preview;
}

/** Personal fields of the file: taken unless a person says otherwise; a tick makes the plan anew. */
export const FieldsPanel = ({ item, preview }: FieldsPanelProps): JSX.Element => {
  const fields = preview.personalFields;
  const offered = fields.filter(({ outcome }) => outcome !== 'not-kept');
  const notKept = fields.filter(({ outcome }) => outcome === 'not-kept');
  const leave = (changed: (typeof fields)[number]['field'], isTaken: boolean): void => {
    const leftOut = offered.flatMap(({ field, outcome }) =>
      (field === changed ? !isTaken : outcome === 'left-out') ? [field] : [],
    );
    void previewAnew(item, { leftOut });
  };
  const isPhoneLeft = fields.some(
    ({ field, outcome }) => field === 'guardianPhone' && outcome !== 'taken',
  );
  return (
    <Panel title={text.title}>
      <Stack gap="xs">
        {offered.length > 0 && <Text size="sm">{text.hint}</Text>}
        {offered.map(({ field, title, purpose, values, outcome }) => (
          <CheckField
            key={field}
            name={`take-${field}`}
            label={text.take(title)}
            description={text.why(purpose, values)}
            value={outcome === 'taken'}
            onChange={(isTaken) => leave(field, isTaken)}
          />
        ))}
        {notKept.map(({ field, title }) => (
          <Text key={field} size="sm">
            {text.notKept(title)}
          </Text>
        ))}
        {notKept.length > 0 && (
          <Text size="sm" c="dimmed">
            {text.turnOn}
          </Text>
        )}
        {isPhoneLeft && (
          <Text size="sm" c="dimmed">
            {text.phoneHelps}
          </Text>
        )}
      </Stack>
    </Panel>
  );
};
