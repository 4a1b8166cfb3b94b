import { Group, Input, Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { SheetLayout } from '../../../../src-main/contract/sheets-fields.ts';
import { layoutHints, layouts } from '../../../strings/sheets.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { CheckField, SegmentField, choicesOf } from '../../../ui/form/index.ts';
import type { Look } from './RunDialog.tsx';

const choices = choicesOf<SheetLayout>(layouts);

export interface LookFieldsProps {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}

/** Layout and content of the sheets of this run. */
export const LookFields = ({ look, onChange }: LookFieldsProps): JSX.Element => (
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
    <Group gap="lg">
      <CheckField
        name="homework"
        label={text.homework}
        value={look.homework}
        onChange={(homework) => onChange({ ...look, homework })}
      />
      <CheckField
        name="averages"
        label={text.averages}
        value={look.averages}
        onChange={(averages) => onChange({ ...look, averages })}
      />
    </Group>
  </Stack>
);
