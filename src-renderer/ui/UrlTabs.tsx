import { Tabs } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { mayLeave } from './leaving.ts';
import { navigate } from './location.ts';
import css from './pieces.module.css';

export interface UrlTab {
  /** Value of `tab` in the address. */
  readonly key: string;
  readonly title: ReactNode;
  readonly content: ReactNode | (() => ReactNode);
}

/** Tabs whose choice lives in the address, so that «back» and links keep it. */
export const UrlTabs = ({
  tabs,
  label,
  fill = false,
}: {
  readonly tabs: readonly UrlTab[];
  readonly label: string;
  /** The panel takes the height that is left: a table in it scrolls by itself. */
  readonly fill?: boolean;
}): JSX.Element => {
  const [path] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('tab');
  const current = tabs.find(({ key }) => key === wanted) ?? tabs[0];
  const open = async (key: string | null): Promise<void> => {
    // A tab's form goes away with the tab.
    if (key !== current?.key && (await mayLeave()))
      navigate(`${path}?tab=${key}`, { replace: true });
  };
  return (
    <Tabs
      value={current?.key ?? null}
      onChange={(key) => void open(key)}
      keepMounted={false}
      {...(fill && { className: css['fill'] ?? '' })}
    >
      <Tabs.List aria-label={label}>
        {tabs.map(({ key, title }) => (
          <Tabs.Tab key={key} value={key}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ key, content }) => (
        <Tabs.Panel key={key} value={key} pt="md">
          {key === current?.key && (typeof content === 'function' ? content() : content)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
