import { Alert, Input } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { form as text } from '../../../strings/statements-form.ts';
import { modes } from '../../../strings/statements.ts';
import type { BoundField } from '../../../ui/form/index.ts';
import { RadioField } from '../../../ui/form/index.ts';
import { Icon } from '../../../ui/index.ts';
import { studentLink } from '../../people/links.ts';
import type { Draft } from './form-values.ts';

export interface GuardianFieldProps {
  readonly field: BoundField<number | null>;
  /** The parent typed, or the only one who can make the statement. */
  readonly value: number | null;
  /** Undefined while no child is chosen. */
  readonly draft: Draft | undefined;
  /** The adult student states himself. */
  readonly byStudent: boolean;
  readonly onChange: (id: number | null) => void;
  readonly onHimself: () => void;
}

const himself = 'himself';

/** Of age the student states himself; a consent and a permission are his anyway. */
const mayHimself = ({ ofAge, kind }: Draft): boolean =>
  ofAge && kind !== 'consent-14' && kind !== 'permission-18';

const labelOf = (draft: Draft): string => {
  if (draft.kind === 'consent-14') return text.guardianOfConsent;
  if (draft.kind === 'permission-18') return text.guardianOfPermission;
  return draft.ofAge ? text.author : text.guardian;
};

/** The error stands here even while there is nothing to choose from. */
const Nothing = ({ field, draft }: GuardianFieldProps): JSX.Element => (
  <Input.Wrapper label={text.guardian} withAsterisk error={draft && field.error}>
    <input type="hidden" name={field.name} />
    {draft?.student ? (
      <Alert color="orange" icon={<Icon name="warning" />} mt={4}>
        {text.noGuardians} <Link href={studentLink(draft.student.id)}>{text.openStudent}</Link>
      </Alert>
    ) : (
      <Input.Description>{text.chooseStudent}</Input.Description>
    )}
  </Input.Wrapper>
);

/** Who states, with the service mode of each parent and why one cannot (S2 §7). */
export const GuardianField = (props: GuardianFieldProps): JSX.Element => {
  const { field, value, draft, byStudent, onChange, onHimself } = props;
  if (!draft?.student) return <Nothing {...props} />;
  const own = mayHimself(draft)
    ? [{ value: himself, label: text.himself, description: text.himselfHint }]
    : [];
  if (draft.guardians.length === 0 && own.length === 0) return <Nothing {...props} />;
  const chosen = value === null ? null : String(value);
  const problem = draft.problems.find(({ path }) => path === 'guardianId')?.message;
  // What stands at its own field is not said twice.
  const isNotSaid = ({ message }: Draft['problems'][number]): boolean =>
    !draft.problems.some((one) => one.message === message);
  return (
    <RadioField
      name={field.name}
      value={byStudent ? himself : chosen}
      error={field.error ?? problem}
      onChange={(next) => {
        if (next === himself) onHimself();
        else onChange(next === null ? null : Number(next));
      }}
      label={labelOf(draft)}
      choices={[
        ...own,
        ...draft.guardians.map(({ id, fullName, relationName, mode, problems }) => ({
          value: String(id),
          label: fullName,
          description: [
            text.guardianFacts(relationName, modes[mode.mode]),
            ...problems.filter(isNotSaid).map(({ message }) => message),
          ].join(' '),
        })),
      ]}
    />
  );
};
