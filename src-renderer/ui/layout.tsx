import type { JSX, ReactNode } from 'react';
import { Link } from 'wouter';
import css from './layout.module.css';

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

/** Fields side by side, each as wide as the others; as many in a line as there is room for. */
export const FieldGrid = ({ children }: { readonly children: ReactNode }): JSX.Element => (
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

/** Panels in two columns; the second is for the paper. */
export const WithPaper = ({
  children,
  paper,
}: {
  readonly children: ReactNode;
  readonly paper: ReactNode;
}): JSX.Element => (
  <div className={css['withPaper']}>
    <div className={css['column']}>{children}</div>
    <div className={css['paperColumn']}>{paper}</div>
  </div>
);
