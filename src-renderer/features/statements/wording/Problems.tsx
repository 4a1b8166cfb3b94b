import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import css from '../statements.module.css';

type Problem = OperationOutput<'statements.checkTemplate'>['problems'][number];

/** What keeps a text or a file from being saved, one under another. */
export const Problems = ({ problems }: { readonly problems: readonly Problem[] }): JSX.Element => (
  <ul className={css['problems']}>
    {problems.map(({ code, name, message }) => (
      <li key={`${code} ${name}`}>{message}</li>
    ))}
  </ul>
);
