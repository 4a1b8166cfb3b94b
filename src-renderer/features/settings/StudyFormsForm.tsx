import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { Settings } from '../../../src-main/contract/settings.ts';
import { settings, studyForms as text } from '../../strings/settings.ts';
import { CheckField, Form, useOfficeForm } from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';

export interface StudyFormsFormProps {
  readonly rules: Settings['studyForms'];
}

/** Where pupils of очно-заочная and заочная форма are kept; the other forms follow from the law. */
export const StudyFormsForm = ({ rules }: StudyFormsFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.saveStudyForms',
    initial: rules,
    success: settings.saved,
  });
  return (
    <Stack maw={720} mt="md">
      <Panel title={text.title}>
        <Form form={form}>
          <Text size="sm">{text.hint}</Text>
          <CheckField {...form.field('partTime.control')} label={text.partTime.control} />
          <CheckField {...form.field('partTime.journal')} label={text.partTime.journal} />
          <CheckField {...form.field('partTime.sheets')} label={text.partTime.sheets} />
          <CheckField {...form.field('extramural.control')} label={text.extramural.control} />
          <CheckField {...form.field('extramural.journal')} label={text.extramural.journal} />
          <CheckField {...form.field('extramural.sheets')} label={text.extramural.sheets} />
        </Form>
      </Panel>
    </Stack>
  );
};
