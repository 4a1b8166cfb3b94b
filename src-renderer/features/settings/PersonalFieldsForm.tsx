import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { PersonalField, Settings } from '../../../src-main/contract/settings.ts';
import { PERSONAL_FIELDS, personalFieldNames } from '../../../src-main/domain/personal-fields.ts';
import { useCommand, useOperation } from '../../api/hooks.ts';
import { personalFields as text } from '../../strings/people-fields.ts';
import { settings } from '../../strings/settings.ts';
import { CheckField, Form, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Icon, Panel, confirm } from '../../ui/index.ts';
import css from './settings.module.css';

interface StoredProps {
  readonly field: PersonalField;
  /** As saved, not as ticked. */
  readonly isKept: boolean;
  readonly count: number;
}

/** How many people have a value; what is hidden can be emptied of all of them. */
const Stored = ({ field, isKept, count }: StoredProps): JSX.Element => {
  const { title } = PERSONAL_FIELDS[field];
  const { run, busy } = useCommand('people.emptyPersonalField', {
    success: ({ emptied }) => text.emptied(field, emptied),
  });
  const empty = async (): Promise<void> => {
    const sure = await confirm({
      title: text.emptyTitle(title),
      message: text.emptyQuestion(field, count),
      confirm: text.emptyConfirm(field, count),
      danger: true,
      safe: true,
    });
    if (sure) await run({ field, count });
  };
  if (count === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.nobody}
      </Text>
    );
  if (isKept)
    return (
      <Text size="sm" c="dimmed">
        {text.stored(field, count)}
      </Text>
    );
  return (
    <Group gap="sm">
      <Text size="sm">{text.hidden(field, count)}</Text>
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        aria-label={text.emptyOf(title)}
        onClick={() => void empty()}
      >
        {text.empty}
      </Button>
    </Group>
  );
};

export interface PersonalFieldsFormProps {
  readonly fields: Settings['personalFields'];
}

/** Which fields beyond S2 §8 the school keeps, what for, and emptying one of everybody. */
export const PersonalFieldsForm = ({ fields }: PersonalFieldsFormProps): JSX.Element => {
  const { counts } = useOperation('people.countPersonalFields', {}).data ?? {};
  const form = useOfficeForm({
    command: 'settings.savePersonalFields',
    initial: fields,
    success: settings.saved,
  });
  return (
    <Stack maw={860}>
      <Panel title={text.tab}>
        <Form form={form}>
          <Text size="sm">{text.hint}</Text>
          <Text size="sm">{text.offHint}</Text>
          {personalFieldNames.map((field) => {
            const { title } = PERSONAL_FIELDS[field];
            return (
              <div key={field} className={css['personal']}>
                <CheckField {...form.field(`${field}.kept`)} label={title} />
                <Stack gap={4}>
                  <TextField {...form.field(`${field}.purpose`)} label={text.purposeOf(title)} />
                  {counts && (
                    <Stored field={field} isKept={fields[field].kept} count={counts[field]} />
                  )}
                </Stack>
              </div>
            );
          })}
        </Form>
      </Panel>
      <Alert color="gray" icon={<Icon name="info" />}>
        {text.left}
      </Alert>
    </Stack>
  );
};
