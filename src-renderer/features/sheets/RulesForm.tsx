import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { SheetRules } from '../../../src-main/contract/sheets-fields.ts';
import { settings } from '../../strings/settings.ts';
import { layoutHints, layouts, rules as text } from '../../strings/sheets.ts';
import {
  CheckField,
  DateField,
  Form,
  RadioField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';
import css from './sheets.module.css';

const choices = choicesOf<SheetRules['layout']>(layouts).map((choice) => ({
  ...choice,
  description: layoutHints[choice.value],
}));

/** A tab of the settings: how the weekly sheets look and since when they are counted. */
export const RulesForm = ({ rules }: { readonly rules: SheetRules }): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.saveSheets',
    initial: rules,
    success: settings.saved,
  });
  return (
    <div className={css['narrow']}>
      <Panel title={text.title}>
        <Form form={form}>
          <Stack gap="sm">
            <RadioField
              {...form.field('layout')}
              onChange={(layout) => layout && form.set('layout', layout)}
              label={text.layout}
              choices={choices}
            />
            <CheckField
              {...form.field('homework')}
              label={text.homework}
              description={text.homeworkHint}
            />
            <CheckField
              {...form.field('homeworkOnRefusal')}
              label={text.homeworkOnRefusal}
              description={text.homeworkOnRefusalHint}
            />
            <CheckField {...form.field('averages')} label={text.averages} />
            <CheckField
              {...form.field('perHousehold')}
              label={text.perHousehold}
              description={text.perHouseholdHint}
            />
            <DateField
              {...form.field('countFrom')}
              label={text.countFrom}
              description={text.countFromHint}
              width={420}
            />
          </Stack>
        </Form>
      </Panel>
    </div>
  );
};
