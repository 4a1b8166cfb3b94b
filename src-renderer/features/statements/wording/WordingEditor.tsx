import { Alert, Button, Group, Input } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useRef } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { ADULT_PHRASE, OBLIGATORY_PHRASE } from '../../../../src-main/domain/statement-texts.ts';
import { useCommand } from '../../../api/hooks.ts';
import { SheetPreview, useLiveSheet } from '../../../printing/index.ts';
import { preview as formPreview } from '../../../strings/statements-form.ts';
import { wording as text } from '../../../strings/statements-wording.ts';
import { Form, TextAreaField, useOfficeForm } from '../../../ui/form/index.ts';
import { Icon, Panel, StatusBadge, confirm } from '../../../ui/index.ts';
import { WithPaper } from '../../../ui/layout.tsx';
import css from '../statements.module.css';
import { Problems } from './Problems.tsx';

export type Wording = OperationOutput<'statements.wordings'>['wordings'][number];

const reset = { success: text.resetDone };

/** The locked words themselves; their place in the text is a field. */
const LockedPhrase = ({ kind }: { readonly kind: Wording['kind'] }): JSX.Element | null => {
  if (kind !== 'refusal' && kind !== 'own-refusal') return null;
  const phrase = kind === 'refusal' ? OBLIGATORY_PHRASE : ADULT_PHRASE;
  return (
    <Input.Wrapper label={text.locked} description={text.lockedHint} labelElement="div">
      <blockquote className={css['locked']}>{phrase}</blockquote>
    </Input.Wrapper>
  );
};

const ResetButton = ({ kind }: { readonly kind: Wording['kind'] }): JSX.Element => {
  const { run, busy } = useCommand('statements.resetWording', reset);
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: text.resetTitle,
      message: text.resetMessage,
      confirm: text.reset,
    });
    if (sure) await run({ kind });
  };
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<Icon name="undo" size={16} />}
      onClick={() => void ask()}
    >
      {text.reset}
    </Button>
  );
};

const useInsert = (value: string, change: (next: string) => void) => {
  const holder = useRef<HTMLDivElement>(null);
  const insert = (name: string): void => {
    const area = holder.current?.querySelector('textarea');
    const from = area?.selectionStart ?? value.length;
    const to = area?.selectionEnd ?? value.length;
    const field = `{{${name}}}`;
    change(value.slice(0, from) + field + value.slice(to));
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(from + field.length, from + field.length);
    });
  };
  return { holder, insert };
};

/** Fields of a form; a press puts one where the cursor stands. */
const FieldList = ({
  fields,
  onInsert,
}: {
  readonly fields: Wording['fields'];
  readonly onInsert: (name: string) => void;
}): JSX.Element => (
  <Input.Wrapper label={text.fields} labelElement="div">
    <ul className={css['placeholders']}>
      {fields.map(({ name, description, required, locked }) => (
        <li key={name}>
          <Button
            variant="default"
            size="compact-xs"
            title={text.insert(name)}
            onClick={() => onInsert(name)}
          >
            {`{{${name}}}`}
          </Button>
          {description}
          {locked && <StatusBadge tone="warning">{text.isLocked}</StatusBadge>}
          {required && !locked && <StatusBadge tone="neutral">{text.required}</StatusBadge>}
        </li>
      ))}
    </ul>
  </Input.Wrapper>
);

/** The text of one form with its fields, its problems while it is typed and the sheet it gives. */
export const WordingEditor = ({
  wording,
  children,
}: {
  readonly wording: Wording;
  /** Below the editor. */
  readonly children: ReactNode;
}): JSX.Element => {
  const { kind, changed, fields } = wording;
  const form = useOfficeForm({
    command: 'statements.saveWording',
    initial: { kind, text: wording.text },
    success: text.saved,
  });
  const typed = form.values.text;
  const { holder, insert } = useInsert(typed, (next) => form.set('text', next));
  const sheet = useLiveSheet(
    'statements.previewWording',
    typed.trim() === '' ? null : { kind, text: typed },
  );
  const problems = sheet.data?.problems ?? [];
  return (
    <WithPaper
      paper={<SheetPreview query={sheet} label={formPreview.sheet} title={text.preview} />}
    >
      <Panel
        title={text.text}
        actions={
          <Group gap="xs">
            <StatusBadge tone={changed ? 'info' : 'neutral'}>
              {changed ? text.changed : text.original}
            </StatusBadge>
          </Group>
        }
      >
        {wording.ownDraft && !changed && (
          <Alert color="yellow" icon={<Icon name="warning" />} mb="sm">
            {text.ownDraft}
          </Alert>
        )}
        <Form form={form} actions={changed && <ResetButton kind={kind} />}>
          <div ref={holder}>
            <TextAreaField
              {...form.field('text')}
              onChange={(next) => form.set('text', next ?? '')}
              aria-label={text.text}
              description={text.textHint}
              rows={8}
            />
          </div>
          {problems.length > 0 && (
            <Alert color="orange" icon={<Icon name="warning" />} title={text.problems}>
              <Problems problems={problems} />
            </Alert>
          )}
          <FieldList fields={fields} onInsert={insert} />
          <LockedPhrase kind={kind} />
        </Form>
      </Panel>
      {children}
    </WithPaper>
  );
};
