import { Alert, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { printedNumber } from '../../../../src-main/domain/numbering.ts';
import { messageOf } from '../../../api/toasts.tsx';
import { SheetPreview, useLiveSheet } from '../../../printing/index.ts';
import { names as personWords } from '../../../strings/people.ts';
import { form as text, preview } from '../../../strings/statements-form.ts';
import { kinds } from '../../../strings/statements.ts';
import { dayOrNone } from '../../../ui/dates.ts';
import {
  CheckField,
  ChoiceField,
  DateField,
  Form,
  choicesOf,
  useOfficeForm,
} from '../../../ui/form/index.ts';
import type { BoundField, OfficeForm } from '../../../ui/form/index.ts';
import { Icon, Panel, navigate } from '../../../ui/index.ts';
import { LetterNumber } from '../../../ui/LetterNumber.tsx';
import { WithPaper } from '../../../ui/layout.tsx';
import { StudentPicker } from '../../people/pickers.tsx';
import { listLink, statementLink } from '../links.ts';
import css from '../statements.module.css';
import { CasesDialog } from './CasesDialog.tsx';
import type { CasesOf } from './CasesDialog.tsx';
import type { Draft, FormStart, FormValues } from './form-values.ts';
import {
  correctionOf,
  forOther,
  guardianOf,
  isByStudent,
  previewOf,
  registrationOf,
  startValues,
  useDraft,
} from './form-values.ts';
import { GuardianField } from './GuardianField.tsx';
import { KindFields } from './KindFields.tsx';
import { NamesFields } from './NamesFields.tsx';

export interface StatementFormProps {
  readonly start: FormStart;
  /** Another kind is another form, begun with the same family and days. */
  readonly onKind: (start: FormStart) => void;
}

const StudentFacts = ({ draft }: { readonly draft: Draft }): JSX.Element | null => {
  const { student } = draft;
  if (!student) return null;
  const age = student.age === null ? null : personWords.years(student.age);
  return (
    <Text size="sm" role="status">
      {text.facts(student.className, age)}
    </Text>
  );
};

/** The draft of what stands in the form, and its fields with what forbids the statement now. */
const useDraftOf = (form: OfficeForm<FormValues>, correcting: number | null) => {
  const draft = useDraft(form.values, correcting);
  /** A field with what forbids the statement now, said before it is sent (S2 §7). */
  const bound = <K extends 'kind' | 'studentId' | 'date' | 'registeredOn'>(
    path: K,
  ): BoundField<FormValues[K]> => {
    const field = form.field(path) as BoundField<FormValues[K]>;
    const problem = draft.data?.problems.find((one) => one.path === path)?.message;
    return { ...field, error: field.error ?? problem };
  };
  return { draft, bound };
};

const useNewForm = (start: FormStart) => {
  const form = useOfficeForm({
    command: 'statements.register',
    initial: startValues(start),
    // Declared below: called only when the form is sent.
    toInput: (values) => registrationOf(values, draft.data),
    success: (given) => text.registered(printedNumber(given)),
    onSaved: ({ id }) => navigate(statementLink(id)),
    onCancel: () => navigate(listLink),
  });
  const { draft, bound } = useDraftOf(form, null);
  return { form, draft, bound };
};

const useCorrection = (id: number, values: FormValues) => {
  const form = useOfficeForm({
    command: 'statements.correct',
    initial: values,
    toInput: (typed) => correctionOf(id, typed, draft.data),
    success: text.corrected,
    onSaved: () => navigate(statementLink(id)),
    onCancel: () => navigate(statementLink(id)),
  });
  const { draft, bound } = useDraftOf(form, id);
  return { form, draft, bound };
};

/** The sheet as it would be printed; a blank until the family is chosen. */
const FormPreview = ({
  values,
  draft,
}: {
  readonly values: FormValues;
  readonly draft: Draft | undefined;
}): JSX.Element => {
  const input = previewOf(values, draft);
  const filled = useLiveSheet('statements.previewForm', input);
  const blank = useLiveSheet(
    'statements.printBlank',
    input === null ? { kind: values.kind } : null,
  );
  return input === null ? (
    <SheetPreview query={blank} label={preview.sheet} note={preview.blank} />
  ) : (
    <SheetPreview query={filled} label={preview.sheet} />
  );
};

interface BesidePaperProps {
  readonly form: OfficeForm<FormValues>;
  readonly draft: ReturnType<typeof useDraft>;
  readonly children: (openCases: (person: CasesOf) => void) => ReactNode;
}

/** The form with its live sheet beside it, and the dialog of the forms of a name. */
const BesidePaper = ({ form, draft, children }: BesidePaperProps): JSX.Element => {
  const [cases, setCases] = useState<CasesOf | null>(null);
  return (
    <WithPaper paper={<FormPreview values={form.values} draft={draft.data} />}>
      <Panel>
        {draft.error && (
          <Alert color="red" role="alert" icon={<Icon name="warning" />} mb="sm">
            {messageOf(draft.error)}
          </Alert>
        )}
        {children(setCases)}
      </Panel>
      {cases && <CasesDialog {...cases} onClose={() => setCases(null)} />}
    </WithPaper>
  );
};

/** Correction of a statement that is not signed yet: its day and its text. */
export const CorrectionForm = ({
  id,
  values: initial,
}: {
  readonly id: number;
  readonly values: FormValues;
}): JSX.Element => {
  const { form, draft, bound } = useCorrection(id, initial);
  return (
    <BesidePaper form={form} draft={draft}>
      {(openCases) => (
        <Form form={form} submitLabel={text.correct}>
          <Text size="sm" c="dimmed">
            {text.correctHint}
          </Text>
          <DateField {...bound('date')} label={text.date} required autoFocus width={230} />
          {draft.data && <KindFields form={form} draft={draft.data} />}
          {draft.data?.names && <NamesFields form={form} draft={draft.data} onCases={openCases} />}
        </Form>
      )}
    </BesidePaper>
  );
};

/** Registration of one statement: the family fills the rest, the sheet stands beside it. */
export const StatementForm = ({ start, onKind }: StatementFormProps): JSX.Element => {
  const { form, draft, bound } = useNewForm(start);
  const { values } = form;
  const { studentId, registeredOn } = values;
  const choose = (other: Parameters<typeof forOther>[1]): void =>
    form.mantine.setValues(forOther(values, other));
  return (
    <BesidePaper form={form} draft={draft}>
      {(openCases) => (
        <Form form={form} submitLabel={text.register}>
          <ChoiceField
            {...bound('kind')}
            label={text.kind}
            choices={choicesOf(kinds)}
            onChange={(kind) => kind && onKind({ ...values, kind })}
          />
          <StudentPicker
            {...bound('studentId')}
            label={text.student}
            placeholder={text.studentHint}
            required
            autoFocus={start.studentId === null}
            onDate={dayOrNone(registeredOn)}
            onChange={(id) => choose({ studentId: id, guardianId: null, byStudent: null })}
          />
          {studentId !== null && draft.data && <StudentFacts draft={draft.data} />}
          <GuardianField
            field={form.field('guardianId')}
            value={guardianOf(values, draft.data)}
            draft={studentId === null ? undefined : draft.data}
            byStudent={isByStudent(values, draft.data)}
            onChange={(id) => choose({ guardianId: id, byStudent: false })}
            onHimself={() => choose({ guardianId: null, byStudent: true })}
          />
          <div className={css['fields']}>
            <DateField {...bound('date')} label={text.date} required width={230} />
            <DateField
              {...bound('registeredOn')}
              onChange={(day) => {
                // A letter belongs to its day.
                if (values.letterAfter !== null) form.set('letterAfter', null);
                bound('registeredOn').onChange(day);
              }}
              label={text.registeredOn}
              required
              width={230}
            />
          </div>
          {draft.data?.letter && (
            <LetterNumber
              letter={draft.data.letter}
              letterAfter={form.field('letterAfter')}
              letterReason={form.field('letterReason')}
            />
          )}
          {draft.data && <KindFields form={form} draft={draft.data} />}
          {draft.data?.names && <NamesFields form={form} draft={draft.data} onCases={openCases} />}
          <CheckField {...form.field('signed')} label={text.signed} description={text.signedHint} />
        </Form>
      )}
    </BesidePaper>
  );
};
