import { Alert, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { School } from '../../../src-main/contract/settings.ts';
import { requisiteProblems } from '../../../src-main/domain/requisites.ts';
import { school as text, settings } from '../../strings/settings.ts';
import type { OfficeForm } from '../../ui/form/index.ts';
import { CheckField, FieldRow, Form, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Icon, Panel } from '../../ui/index.ts';

const emptySchool: School = {
  level: 'school',
  name: '',
  shortName: '',
  code: null,
  municipality: '',
  address: null,
  phone: null,
  email: null,
  site: null,
  directorPosition: text.directorDefault,
  directorName: '',
  executorName: null,
  executorPhone: null,
};

type SchoolValues = School & { readonly doubtsConfirmed: boolean };

export interface SchoolFormProps {
  /** Null before the first-run wizard is done. */
  readonly school: School | null;
  readonly onSaved?: () => void;
  readonly submitLabel?: string;
}

/** What looks like a mistake and may be right: the person says so. */
const Doubts = ({ form }: { readonly form: OfficeForm<SchoolValues> }): JSX.Element | null => {
  const doubts = requisiteProblems(form.values).filter(({ severity }) => severity === 'doubtful');
  if (doubts.length === 0) return null;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />}>
      <Stack gap={6}>
        <Text size="sm" fw={700}>
          {text.doubts}
        </Text>
        {doubts.map(({ path, message }) => (
          <Text key={path} size="sm">
            {text.requisites[path]}: {message}
          </Text>
        ))}
        <CheckField {...form.field('doubtsConfirmed')} label={text.doubtsConfirmed} />
      </Stack>
    </Alert>
  );
};

/** Requisites of the organisation; also a step of the first-run wizard. */
export const SchoolForm = ({ school, onSaved, submitLabel }: SchoolFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.saveSchool',
    initial: { ...(school ?? emptySchool), doubtsConfirmed: false },
    success: settings.saved,
    ...(onSaved && { onSaved }),
  });
  return (
    <Stack maw={860}>
      <Form form={form} {...(submitLabel !== undefined && { submitLabel })}>
        <Panel title={text.organisation}>
          <Stack gap="sm">
            <TextField
              {...form.field('name')}
              label={text.name}
              description={text.nameHint}
              required
              {...(school === null && { autoFocus: true })}
            />
            <FieldRow>
              <TextField
                {...form.field('shortName')}
                label={text.shortName}
                description={text.shortNameHint}
                required
              />
              <TextField
                {...form.field('municipality')}
                label={text.municipality}
                description={text.municipalityHint}
                required
              />
            </FieldRow>
            <TextField
              {...form.field('code')}
              label={text.code}
              description={text.codeHint}
              required
              width={400}
            />
          </Stack>
        </Panel>
        <Panel title={text.contacts}>
          <Stack gap="sm">
            <TextField
              {...form.field('address')}
              label={text.address}
              description={text.addressHint}
            />
            <FieldRow>
              <TextField {...form.field('phone')} label={text.phone} />
              <TextField {...form.field('email')} label={text.email} />
              <TextField {...form.field('site')} label={text.site} />
            </FieldRow>
          </Stack>
        </Panel>
        <Panel title={text.people}>
          <Stack gap="sm">
            <FieldRow>
              <TextField
                {...form.field('directorPosition')}
                label={text.directorPosition}
                description={text.directorPositionHint}
                required
              />
              <TextField
                {...form.field('directorName')}
                label={text.directorName}
                description={text.directorNameHint}
                required
              />
            </FieldRow>
            <FieldRow>
              <TextField
                {...form.field('executorName')}
                label={text.executorName}
                description={text.executorNameHint}
              />
              <TextField
                {...form.field('executorPhone')}
                label={text.executorPhone}
                description={text.executorPhoneHint}
              />
            </FieldRow>
          </Stack>
        </Panel>
        <Doubts form={form} />
      </Form>
    </Stack>
  );
};
