import { Group, Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { PaperInput } from '../../../src-main/contract/settings.ts';
import { paper as text, settings } from '../../strings/settings.ts';
import { ChoiceField, Form, NumberField, useOfficeForm } from '../../ui/form/index.ts';
import { Panel } from '../../ui/index.ts';
import { PaperSample } from './PaperSample.tsx';
import css from './settings.module.css';

const fonts = (['Times New Roman', 'PT Serif', 'Arial'] as const).map((value) => ({
  value,
  label: value,
}));

/** Margins and letters of every document, with a sample of the sheet beside. */
export const PaperForm = ({ paper }: { readonly paper: PaperInput }): JSX.Element => {
  const form = useOfficeForm({
    command: 'settings.savePaper',
    initial: paper,
    success: settings.saved,
  });
  const number = (path: Parameters<typeof form.field>[0]) => {
    const bound = form.field(path as 'fontSizePt');
    return { ...bound, onChange: (value: number | null) => bound.onChange(value as number) };
  };
  const margin = { suffix: text.mm, min: 5, max: 50, width: 110 };
  return (
    <div className={css['paper']}>
      <Form form={form}>
        <Panel title={text.margins}>
          <Group gap="sm" align="flex-start">
            <NumberField {...number('margins.left')} {...margin} label={text.left} />
            <NumberField {...number('margins.right')} {...margin} label={text.right} />
            <NumberField {...number('margins.top')} {...margin} label={text.top} />
            <NumberField {...number('margins.bottom')} {...margin} label={text.bottom} />
          </Group>
        </Panel>
        <Panel title={text.text}>
          <Stack gap="sm">
            <Group gap="sm" align="flex-start">
              <ChoiceField
                {...form.field('fontFamily')}
                label={text.fontFamily}
                choices={fonts}
                width={230}
                onChange={(font) => font && form.set('fontFamily', font)}
              />
              <NumberField
                {...number('fontSizePt')}
                label={text.fontSizePt}
                suffix={text.pt}
                min={8}
                max={18}
                step={0.5}
                decimals={1}
                width={110}
              />
            </Group>
            <Group gap="sm" align="flex-start">
              <NumberField
                {...number('lineHeight')}
                label={text.lineHeight}
                min={1}
                max={1.5}
                step={0.05}
                decimals={2}
                width={170}
              />
              <NumberField
                {...number('firstLineIndentMm')}
                label={text.firstLineIndentMm}
                suffix={text.mm}
                min={0}
                max={25}
                step={0.5}
                decimals={1}
                width={170}
              />
            </Group>
          </Stack>
        </Panel>
      </Form>
      <PaperSample paper={form.values} />
    </div>
  );
};
