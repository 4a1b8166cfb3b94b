import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { list as text, screen } from '../../strings/credentials.ts';
import { Icon, navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { linkFilters } from '../people/link-filters.ts';
import { useCredentialClasses } from './class-choices.ts';
import type { CredentialListRow } from './columns.tsx';
import { credentialColumns } from './columns.tsx';
import { credentialLink } from './links.ts';
import { printCards } from './print-cards.ts';
import type { Revealed } from './RevealDialog.tsx';
import { RevealDialog, revealSecret } from './RevealDialog.tsx';

const byName = { column: 'fullName', descending: false };

/** Filters a link to the list may carry, e.g. `/credentials?className=8А&state=new`. */
const linked = ['className', 'owner', 'kind', 'state', 'hasSecret', 'right'] as const;

/** All credentials; secrets one at a time. */
export const ListTab = (): JSX.Element => {
  const search = useSearch();
  const classes = useCredentialClasses();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [selected, setSelected] = useState<readonly CredentialListRow[]>([]);
  const hide = useCallback(() => setRevealed(null), []);
  const columns = useMemo(
    () => credentialColumns(classes, (row) => void revealSecret(row).then(setRevealed)),
    [classes],
  );
  const initial = useMemo(() => ({ sort: byName, ...linkFilters(search, linked) }), [search]);
  return (
    <>
      <DataTable
        operation="credentials.list"
        title={screen.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(credentialLink(row.id))}
        initial={initial}
        selection={{ rows: selected, onChange: setSelected }}
        actions={
          selected.length > 0 && (
            <Button
              variant="default"
              leftSection={<Icon name="print" size={16} />}
              onClick={() => void printCards({ ids: selected.map(({ id }) => id) })}
            >
              {text.printSelected(selected.length)}
            </Button>
          )
        }
        empty={{
          title: text.emptyTitle,
          hint: text.emptyHint,
          action: (
            <Button onClick={() => navigate('/credentials?tab=import')}>{screen.import}</Button>
          ),
        }}
      />
      <RevealDialog revealed={revealed} onClose={hide} />
    </>
  );
};
