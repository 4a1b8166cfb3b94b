import { Button } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { list } from '../../strings/people.ts';
import { NewButton } from '../../ui/buttons.tsx';
import { Icon, Page, PageHeader, navigate } from '../../ui/index.ts';

/** Leads to the import of people. */
const ImportButton = (): JSX.Element => (
  <Button
    variant="default"
    leftSection={<Icon name="upload" size={16} />}
    onClick={() => navigate('/import')}
  >
    {list.import}
  </Button>
);

interface Words {
  readonly title: string;
  readonly add: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
}

/** What stands in the place of a list without rows. */
export const emptyList = ({ emptyTitle, emptyHint }: Words) => ({
  title: emptyTitle,
  hint: emptyHint,
  action: <ImportButton />,
});

export interface ListPageProps {
  readonly words: Words;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** The screen of a list of people or classes: they are imported or added one by one. */
export const ListPage = ({ words, onAdd, children }: ListPageProps): JSX.Element => (
  <Page>
    <PageHeader
      title={words.title}
      actions={
        <>
          <ImportButton />
          <NewButton label={words.add} hint={list.newHint} onClick={onAdd} />
        </>
      }
    />
    {children}
  </Page>
);
