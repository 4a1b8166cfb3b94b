import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { Settings } from '../../../src-main/contract/settings.ts';
import { rules as text, settings } from '../../strings/settings.ts';
import {
  CheckField,
  FieldRow,
  Form,
  NumberField,
  RadioField,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';

const measures = choicesOf(text.measures).map((choice) => ({
  ...choice,
  description: text.measureHints[choice.value],
}));

/** How «more than two weeks» is counted (domain.md §3). */
export const TwoWeekRuleForm = ({ rule }: { readonly rule: Settings['twoWeekRule'] }) => {
  const form = useOfficeForm({
    command: 'settings.saveTwoWeekRule',
    initial: rule,
    success: settings.saved,
  });
  return (
    <Stack maw={720} mb="md">
      <Panel title={text.twoWeeks}>
        <Form form={form}>
          <RadioField
            {...form.field('measure')}
            onChange={(measure) => measure && form.set('measure', measure)}
            label={text.measure}
            description={text.twoWeeksHint}
            choices={measures}
          />
          <CheckField {...form.field('excusedOnly')} label={text.excusedOnly} />
        </Form>
      </Panel>
    </Stack>
  );
};

/** Days to close an appeal and the portal's name. */
export const AppealRulesForm = ({
  rules,
}: {
  readonly rules: Settings['appealRules'];
}): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.saveAppealRules',
    initial: rules,
    success: settings.saved,
  });
  return (
    <Stack maw={720}>
      <Panel title={text.appeals}>
        <Form form={form}>
          <FieldRow>
            <NumberField
              {...form.field('daysToClose')}
              onChange={(days) => form.set('daysToClose', days as number)}
              label={text.daysToClose}
              description={text.daysHint}
              suffix={text.days}
              min={1}
              max={90}
            />
            <TextField {...form.field('portalName')} label={text.portalName} required />
          </FieldRow>
        </Form>
      </Panel>
    </Stack>
  );
};
