import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { buttons } from '../../strings/common.ts';
import { useHotkey } from '../hotkeys.ts';
import { Icon } from '../icons.tsx';
import { mayLeave } from '../leaving.ts';
import { useIsUnasked } from '../unasked.ts';
import type { OfficeForm } from './use-office-form.ts';

export interface FormProps<V extends object> {
  readonly form: OfficeForm<V>;
  readonly children: ReactNode;
  /** Label of the button; absent = «save». */
  readonly submitLabel?: string;
  /** More buttons at the left of the footer. */
  readonly actions?: ReactNode;
}

/** Fields with «save» and «cancel» below: Enter and Ctrl+S save, Esc leaves. */
export const Form = <V extends object>({
  form,
  children,
  submitLabel = buttons.save,
  actions,
}: FormProps<V>): JSX.Element => {
  const { attach, problem, cancel, submit, busy } = form;
  useHotkey('Ctrl+KeyS', () => void submit());
  return (
    <form
      ref={attach}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !cancel) return;
        event.stopPropagation();
        cancel();
      }}
    >
      <Stack gap="sm">
        {problem !== null && (
          <Alert color="red" role="alert" icon={<Icon name="warning" />}>
            {problem}
          </Alert>
        )}
        {children}
        <Group justify="space-between" gap="xs" mt="xs">
          <Group gap="xs">{actions}</Group>
          <Group gap="xs">
            {cancel && (
              <Button variant="default" onClick={cancel}>
                {buttons.cancel}
              </Button>
            )}
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
};

/** Fields side by side, equal in width, aligned by their labels. */
export const FieldRow = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
    {children}
  </Group>
);

export interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
}

/** A form in a dialog; mount it only while it is open. */
export const FormDialog = ({
  title,
  onClose,
  children,
  size = 'lg',
}: FormDialogProps): JSX.Element => {
  const isUnasked = useIsUnasked();
  return (
    <Modal
      opened
      onClose={() => void mayLeave().then((leave) => leave && onClose())}
      title={title}
      size={size}
      closeOnClickOutside={false}
      // Escape answers the question that stands above, not the form under it.
      closeOnEscape={isUnasked}
    >
      {children}
    </Modal>
  );
};
