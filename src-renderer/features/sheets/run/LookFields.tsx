import { Group, Input, Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { SheetLayout, SheetRules } from '../../../../src-main/contract/sheets-fields.ts';
import { layoutHints, layouts } from '../../../strings/sheets.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { CheckField, SegmentField, choicesOf } from '../../../ui/form/index.ts';
import type { HomeworkChoice, Look } from './RunDialog.tsx';

const choices = choicesOf<SheetLayout>(layouts);

const homeworkChoices = choicesOf<HomeworkChoice>(text.homeworkChoices);

export interface LookFieldsProps {
  readonly look: Look;
  readonly rules: SheetRules;
  readonly onChange: (look: Look) => void;
}

/** Layout and content of the sheets of this run. */
export const LookFields = ({ look, rules, onChange }: LookFieldsProps): JSX.Element => (
  <Stack gap="sm">
    <Input.Wrapper
      label={text.layout}
      description={layoutHints[look.layout]}
      inputWrapperOrder={['label', 'input', 'description']}
      labelElement="div"
    >
      <Group>
        <SegmentField
          name="layout"
          label={text.layout}
          value={look.layout}
          onChange={(layout) => onChange({ ...look, layout })}
          choices={choices}
        />
      </Group>
    </Input.Wrapper>
    <Input.Wrapper
      label={text.homework}
      description={
        look.homework === 'settings'
          ? text.homeworkBySettings(rules.homework, rules.homeworkOnRefusal)
          : undefined
      }
      inputWrapperOrder={['label', 'input', 'description']}
      labelElement="div"
    >
      <Group>
        <SegmentField
          name="homework"
          label={text.homework}
          value={look.homework}
          onChange={(homework) => onChange({ ...look, homework })}
          choices={homeworkChoices}
        />
      </Group>
    </Input.Wrapper>
    <CheckField
      name="averages"
      label={text.averages}
      value={look.averages}
      onChange={(averages) => onChange({ ...look, averages })}
    />
  </Stack>
);
