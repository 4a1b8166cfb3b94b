import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { isOfStudent } from '../../../../src-main/domain/statement-texts.ts';
import { names as text } from '../../../strings/statements-form.ts';
import { CheckField, TextField } from '../../../ui/form/index.ts';
import type { OfficeForm } from '../../../ui/form/index.ts';
import css from '../statements.module.css';
import type { CasesOf } from './CasesDialog.tsx';
import type { Draft, FormValues, NameKey } from './form-values.ts';
import { doubtfulNames, formOf, guardianOf, nameKeys } from './form-values.ts';

export interface NamesFieldsProps {
  readonly form: OfficeForm<FormValues>;
  readonly draft: Draft;
  /** Opens the forms kept for a person. */
  readonly onCases: (person: CasesOf) => void;
}

/** Whose name stands in the field; the position belongs to nobody. */
const personOf = (key: NameKey, values: FormValues, draft: Draft): CasesOf | null => {
  if (key === 'position') return null;
  if (key === 'head') return { kind: 'head', id: null };
  if (key === 'studentGenitive' || isOfStudent(formOf(values, draft)))
    return { kind: 'student', id: values.studentId };
  return { kind: 'guardian', id: guardianOf(values, draft) };
};

const NameField = ({
  name,
  form,
  draft,
  onCases,
}: NamesFieldsProps & { readonly name: NameKey }): JSX.Element | null => {
  const declined = draft.names?.[name];
  if (!declined) return null;
  const person = personOf(name, form.values, draft);
  const isDoubtful = doubtfulNames(form.values, draft).includes(name);
  const hint = isDoubtful ? (
    <>
      <span className={css['doubt']}>{text.check}</span>: {declined.reasons.join(' ')}
    </>
  ) : (
    declined.overridden && text.kept
  );
  const field = form.field(`names.${name}`);
  return (
    <div className={css['name']}>
      <TextField
        {...field}
        value={form.values.names[name] ?? declined.text}
        label={text[name]}
        {...(hint && { description: hint })}
      />
      {person && (
        <Button
          variant="default"
          size="xs"
          h={30}
          aria-label={text.casesOf(declined.source)}
          onClick={() => onCases(person)}
        >
          {text.cases}
        </Button>
      )}
    </div>
  );
};

/** Names in their cases: shown, corrected, kept (domain.md §1). */
export const NamesFields = (props: NamesFieldsProps): JSX.Element => {
  const { form, draft } = props;
  const isConsent = isOfStudent(formOf(form.values, draft));
  // The child of a consent states himself: one field for one name.
  const shown = nameKeys.filter((key) => !(isConsent && key === 'studentGenitive'));
  return (
    <fieldset className={css['names']}>
      <legend>{text.title}</legend>
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      {shown.map((name) => (
        <NameField key={name} {...props} name={name} />
      ))}
      {doubtfulNames(form.values, draft).length > 0 && (
        <CheckField
          {...form.field('confirmedDeclensions')}
          label={text.confirmed}
          description={text.confirmHint}
        />
      )}
      <CheckField {...form.field('rememberNames')} label={text.remember} />
    </fieldset>
  );
};
