import { Alert, Button, Input, Stack } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { form as text } from '../../strings/appeals.ts';
import { relations } from '../../strings/people.ts';
import { AddButton } from '../../ui/buttons.tsx';
import type { BoundField } from '../../ui/form/index.ts';
import { RadioField } from '../../ui/form/index.ts';
import { Icon } from '../../ui/index.ts';

export type Guardian = OperationOutput<'people.student'>['guardians'][number];

export interface GuardianChoiceProps {
  readonly field: BoundField<number | null>;
  /** Undefined while no child is chosen. */
  readonly guardians: readonly Guardian[] | undefined;
  readonly onAdd?: () => void;
}

/** The error stands here even while there is nothing to choose from. */
const Nothing = ({ field, guardians, onAdd }: GuardianChoiceProps): JSX.Element => (
  <Input.Wrapper label={text.guardian} withAsterisk error={guardians && field.error}>
    <input type="hidden" name={field.name} />
    {guardians ? (
      <Alert color="orange" icon={<Icon name="warning" />} mt={4}>
        {text.noGuardians}{' '}
        {onAdd && (
          <Button size="compact-sm" onClick={onAdd}>
            {text.addGuardian}
          </Button>
        )}
      </Alert>
    ) : (
      <Input.Description>{text.chooseStudent}</Input.Description>
    )}
  </Input.Wrapper>
);

/** Who came: one of the child's guardians, chosen by the arrow keys, or a new one. */
export const GuardianChoice = (props: GuardianChoiceProps): JSX.Element => {
  const { field, guardians, onAdd } = props;
  if (!guardians || guardians.length === 0) return <Nothing {...props} />;
  return (
    <Stack gap={4} align="flex-start">
      <RadioField
        name={field.name}
        error={field.error}
        value={field.value === null ? null : String(field.value)}
        onChange={(next) => field.onChange(next === null ? null : Number(next))}
        label={text.guardian}
        {...(field.describe && { describe: field.describe })}
        choices={guardians.map(({ id, fullName, relation, phone }) => ({
          value: String(id),
          label: fullName,
          description: [relations[relation], phone].filter(Boolean).join(', '),
        }))}
      />
      {onAdd && <AddButton label={text.addGuardian} onClick={onAdd} variant="subtle" />}
    </Stack>
  );
};
