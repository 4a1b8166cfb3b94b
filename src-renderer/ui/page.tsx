import { Group, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icons.tsx';
import css from './pieces.module.css';

/** A screen: header, then content that may take all the height (a table does). */
export const Page = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <div className={css['page']}>{children}</div>
);

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** Beside the title: a status, a class. */
  readonly extra?: ReactNode;
  readonly actions?: ReactNode;
  /** Way up, above the title. */
  readonly back?: { readonly to: string; readonly title: string };
}

/** The screen's title and its main buttons. */
export const PageHeader = ({ title, extra, actions, back }: PageHeaderProps): JSX.Element => (
  <header className={css['pageHeader']}>
    <div>
      {back && (
        <Link href={back.to} className={css['back'] ?? ''}>
          <Icon name="chevronLeft" size={14} />
          {back.title}
        </Link>
      )}
      <Group gap="sm">
        <Title order={1} fz={20} lh={1.3}>
          {title}
        </Title>
        {extra}
      </Group>
    </div>
    <Group gap="xs">{actions}</Group>
  </header>
);

export interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of a screen. */
export const Panel = ({ title, actions, children }: PanelProps): JSX.Element => (
  <section className={css['panel']}>
    {(title !== undefined || actions !== undefined) && (
      <div className={css['panelHead']}>
        <Title order={2} fz={15}>
          {title}
        </Title>
        <Group gap="xs">{actions}</Group>
      </div>
    )}
    {children}
  </section>
);
