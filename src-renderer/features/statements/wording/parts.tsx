import { Button, Input } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { wording as text } from '../../../strings/statement-wording.ts';
import { StatusBadge } from '../../../ui/index.ts';
import css from '../statements.module.css';

type Field = OperationOutput<'statements.wordings'>['wordings'][number]['fields'][number];
type Problem = OperationOutput<'statements.checkTemplate'>['problems'][number];

/** What keeps a text or a file from being saved, one under another. */
export const Problems = ({ problems }: { readonly problems: readonly Problem[] }): JSX.Element => (
  <ul className={css['problems']}>
    {problems.map(({ code, name, message }) => (
      <li key={`${code} ${name}`}>{message}</li>
    ))}
  </ul>
);

/** Fields of a form; a press puts one where the cursor stands. */
export const FieldList = ({
  fields,
  onInsert,
}: {
  readonly fields: readonly Field[];
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
