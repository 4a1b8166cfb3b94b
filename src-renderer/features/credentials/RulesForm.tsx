import { Group, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { CredentialRules } from '../../../src-main/contract/settings.ts';
import { rules as text } from '../../strings/credentials.ts';
import { settings } from '../../strings/settings.ts';
import {
  CheckField,
  FieldRow,
  Form,
  NumberField,
  SegmentField,
  TextField,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';
import css from './credentials.module.css';

const other = 'other';

const choices = [
  ...text.systems.map((name) => ({ value: name, label: name })),
  { value: other, label: text.other },
];

/** A tab of the settings: the diary's system and how its credentials are handed out. */
export const RulesForm = ({ rules }: { readonly rules: CredentialRules }): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.saveCredentials',
    initial: rules,
    success: settings.saved,
  });
  const [isOther, setOther] = useState(!text.systems.includes(rules.systemName));
  const choose = (system: string): void => {
    setOther(system === other);
    form.set('systemName', system === other ? '' : system);
  };
  return (
    <div className={css['narrow']}>
      <Form form={form}>
        <Panel title={text.title}>
          <Stack gap="sm" align="stretch">
            <Group>
              <SegmentField
                name="system"
                label={text.system}
                value={isOther ? other : form.values.systemName}
                onChange={choose}
                choices={choices}
              />
            </Group>
            <FieldRow>
              {isOther && (
                <TextField {...form.field('systemName')} label={text.name} required autoFocus />
              )}
              <TextField {...form.field('siteUrl')} label={text.site} description={text.siteHint} />
            </FieldRow>
          </Stack>
        </Panel>
        <Panel title={text.issue}>
          <Stack gap="sm">
            <NumberField
              {...form.field('personalFrom')}
              onChange={(parallel) => form.set('personalFrom', parallel as number)}
              label={text.personalFrom}
              description={text.personalHint}
              min={1}
              max={11}
              width={420}
            />
            <CheckField
              {...form.field('wipeAfterIssue')}
              label={text.wipe}
              description={text.wipeHint}
            />
            {form.values.wipeAfterIssue && (
              <NumberField
                {...form.field('takeBackMinutes')}
                onChange={(minutes) => form.set('takeBackMinutes', minutes as number)}
                label={text.takeBack}
                description={text.takeBackHint}
                min={0}
                max={1440}
                width={420}
              />
            )}
          </Stack>
        </Panel>
      </Form>
    </div>
  );
};
