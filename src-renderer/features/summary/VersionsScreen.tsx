import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { summary as text, versions } from '../../strings/summary.ts';
import { Page, PageHeader, navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { versionColumns } from './columns.tsx';
import { versionLink } from './links.ts';

const initial = { sort: { column: 'finalisedAt', descending: true } };

/** Every finalised version of every period. */
export default function VersionsScreen(): JSX.Element {
  return (
    <Page>
      <PageHeader title={text.versionsTitle} back={{ to: '/summary', title: text.title }} />
      <DataTable
        operation="summary.list"
        title={text.versionsTitle}
        columns={versionColumns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(versionLink(id))}
        initial={initial}
        empty={{
          title: versions.empty,
          hint: versions.emptyHint,
          action: <Button onClick={() => navigate('/summary')}>{versions.make}</Button>,
        }}
      />
    </Page>
  );
}
