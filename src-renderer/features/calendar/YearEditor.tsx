import { Alert, Button, Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { YearPlan } from '../../../src-main/contract/calendar.ts';
import { showError } from '../../api/toasts.tsx';
import { calendar as text, holidays, moved, parallels } from '../../strings/calendar.ts';
import { Form, useOfficeForm } from '../../ui/form/index.ts';
import { Icon, Panel, confirm } from '../../ui/index.ts';
import css from './calendar.module.css';
import type { PlanForm } from './edit-plan.ts';
import { planOf, usualPlan } from './edit-plan.ts';
import { HolidaysTable } from './HolidaysTable.tsx';
import { MovedDaysTable } from './MovedDaysTable.tsx';
import { ParallelsTable } from './ParallelsTable.tsx';

export interface YearEditorProps {
  readonly plan: YearPlan;
  /** False while the year is only a proposal. */
  readonly isStored: boolean;
  readonly onSaved?: () => void;
  readonly submitLabel?: string;
}

const PrefillButton = ({ form }: { readonly form: PlanForm }): JSX.Element => {
  const prefill = async (): Promise<void> => {
    const { prefillTitle: title, prefillText: message, prefillConfirm } = text;
    if (!(await confirm({ title, message, confirm: prefillConfirm }))) return;
    try {
      form.mantine.setValues(await usualPlan(form.mantine.getValues()));
      form.mantine.clearErrors();
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<Icon name="undo" size={16} />}
      onClick={() => void prefill()}
    >
      {text.prefill}
    </Button>
  );
};

/** A whole school year as one form; also a step of the first-run wizard (domain.md §9). */
export const YearEditor = ({
  plan,
  isStored,
  onSaved,
  submitLabel,
}: YearEditorProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'calendar.saveYear',
    initial: planOf(plan),
    success: text.saved,
    names: {
      parallels: { label: parallels.title },
      holidays: { label: holidays.title },
      movedDays: { label: moved.title },
    },
    ...(onSaved && { onSaved }),
  });
  return (
    <div className={css['editor']}>
      <Form
        form={form}
        actions={<PrefillButton form={form} />}
        {...(submitLabel !== undefined && { submitLabel })}
      >
        <Stack gap="sm">
          {!isStored && (
            <Alert color="office" icon={<Icon name="info" />}>
              {text.proposal}
            </Alert>
          )}
          <Panel title={parallels.title}>
            <ParallelsTable form={form} />
          </Panel>
          <Panel title={holidays.title}>
            <HolidaysTable form={form} />
          </Panel>
          <Panel title={moved.title}>
            <MovedDaysTable form={form} />
          </Panel>
        </Stack>
      </Form>
    </div>
  );
};
