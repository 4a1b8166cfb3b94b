import type { JSX, ReactNode } from 'react';
import { Link } from 'wouter';
import css from './people.module.css';

/** A link inside a card or a table. */
export const TextLink = ({
  to,
  children,
}: {
  readonly to: string;
  readonly children: ReactNode;
}): JSX.Element => (
  <Link href={to} className={css['link'] ?? ''}>
    {children}
  </Link>
);

/** Fields side by side. */
export const FieldRow = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <div className={css['fields']}>{children}</div>
);

/** A form that is a screen of its own. */
export const FormPage = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <div className={css['formPage']}>{children}</div>
);

/** Panels in two columns. */
export const TwoColumns = ({
  left,
  right,
}: {
  readonly left: ReactNode;
  readonly right: ReactNode;
}): JSX.Element => (
  <div className={css['columns']}>
    <div className={css['column']}>{left}</div>
    <div className={css['column']}>{right}</div>
  </div>
);
