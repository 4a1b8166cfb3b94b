import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import type { WorkEntryRow, WorkKind } from '../../../src-main/contract/resources.ts';
import { useOperation } from '../../api/hooks.ts';
import { buttons } from '../../strings/common.ts';
import { work as text, workKinds } from '../../strings/resources.ts';
import {
  ChoiceField,
  DateField,
  EntityField,
  Form,
  FormDialog,
  QuarterHoursField,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Icon, Pending, todayIso } from '../../ui/index.ts';
import { appealSource } from '../appeals/sources.ts';
import { TeacherPicker } from '../people/pickers.tsx';

export interface WorkDialogProps {
  /** Null creates one. */
  readonly entry: WorkEntryRow | null;
  /** What a new entry starts with: the appeal and its preparer. */
  readonly known?: { readonly appealId: number; readonly teacherId: number | null };
  readonly onClose: () => void;
  readonly onRemove?: (entry: WorkEntryRow) => void;
}

const initialOf = ({ entry, known }: WorkDialogProps) => ({
  id: entry?.id ?? null,
  teacherId: entry?.teacherId ?? known?.teacherId ?? null,
  workedOn: (entry?.workedOn ?? todayIso()) as string | null,
  quarterHours: entry?.quarterHours ?? null,
  kind: (entry?.kind ?? 'preparation') as WorkKind | null,
  appealId: entry?.appealId ?? known?.appealId ?? null,
  note: entry?.note ?? null,
});

const WorkForm = (props: WorkDialogProps): JSX.Element => {
  const { entry, known, onClose, onRemove } = props;
  const form = useOfficeForm({
    command: 'resources.saveWorkEntry',
    initial: initialOf(props),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const knowsTeacher = form.values.teacherId !== null;
  const remove = entry && onRemove && (
    <Button
      variant="subtle"
      color="red"
      leftSection={<Icon name="trash" size={16} />}
      onClick={() => onRemove(entry)}
    >
      {buttons.remove}
    </Button>
  );
  return (
    <Form form={form} actions={remove}>
      <TeacherPicker
        {...form.field('teacherId')}
        label={text.teacher}
        required
        autoFocus={!known?.teacherId && entry === null}
      />
      <Group gap="sm" align="flex-start">
        <DateField {...form.field('workedOn')} label={text.workedOn} required />
        <QuarterHoursField
          {...form.field('quarterHours')}
          label={text.quarterHours}
          required
          autoFocus={knowsTeacher && (entry !== null || known !== undefined)}
        />
        <ChoiceField
          {...form.field('kind')}
          label={text.kind}
          choices={choicesOf(workKinds)}
          required
          width={230}
        />
      </Group>
      <EntityField
        {...form.field('appealId')}
        label={text.appeal}
        placeholder={text.appealHint}
        source={appealSource}
      />
      <TextField {...form.field('note')} label={text.note} suggest="workNote" maxLength={300} />
    </Form>
  );
};

/** A stored entry as it is now, whatever list it was chosen in. */
const StoredForm = ({ id, ...props }: WorkDialogProps & { readonly id: number }): JSX.Element => {
  const query = useOperation('resources.workEntry', { id });
  return (
    <Pending query={query}>
      {({ seen: _seen, ...entry }) => <WorkForm {...props} entry={entry} />}
    </Pending>
  );
};

/** Form of a teacher's hours in a dialog. */
export const WorkDialog = (props: WorkDialogProps): JSX.Element => (
  <FormDialog title={props.entry ? text.editEntry : text.newEntry} onClose={props.onClose}>
    {props.entry ? <StoredForm {...props} id={props.entry.id} /> : <WorkForm {...props} />}
  </FormDialog>
);
