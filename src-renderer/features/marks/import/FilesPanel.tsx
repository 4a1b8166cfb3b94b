import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { showError } from '../../../api/toasts.tsx';
import { transport } from '../../../api/transport.ts';
import { files as text, kinds } from '../../../strings/marks-import.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Icon, Panel, showPeriod } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { YearField } from '../../people/YearField.tsx';
import { useScope } from '../use-scope.ts';
import type { PlanFile, Preview } from './import-store.ts';
import {
  addFiles,
  clearImport,
  extensions,
  removeFile,
  setClass,
  setSchoolYear,
  useImport,
} from './import-store.ts';
import { MappingDialog } from './MappingDialog.tsx';

/** The class of a file that names none. */
const ClassChoice = ({ file, name }: { readonly file: string; readonly name: string }) => {
  const { classes } = useScope();
  return (
    <Select
      aria-label={text.classOf(name)}
      placeholder={text.chooseClass}
      size="xs"
      w={130}
      searchable
      selectFirstOptionOnChange
      data={classes.map(({ className }) => className)}
      value={null}
      onChange={(className) => className !== null && setClass(file, className)}
    />
  );
};

export interface RemedyProps {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

/** What a person can say so that a refused file is taken after all. */
export const Remedy = ({ file, name, code }: RemedyProps): JSX.Element | null => {
  const [mapping, setMapping] = useState(false);
  if (code === 'class-needed' || code === 'class-unknown')
    return <ClassChoice file={file} name={name} />;
  if (code !== 'columns-unknown') return null;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setMapping(true)}>
        {text.map}
      </Button>
      {mapping && <MappingDialog file={file} onClose={() => setMapping(false)} />}
    </>
  );
};

const remove = (row: PlanFile): JSX.Element => (
  <IconButton icon="close" label={text.remove(row.name)} onClick={() => removeFile(row.file)} />
);

const yearOf = ({ schoolYear, schoolYearFrom }: PlanFile): string =>
  schoolYear === null ? '' : text.yearOf(schoolYear, schoolYearFrom === 'assumed');

const takenColumns: readonly SmallColumn<PlanFile>[] = [
  { key: 'name', title: text.name, width: 160, render: ({ name }) => name },
  {
    key: 'kind',
    title: text.kind,
    render: ({ title, kind, format }) => (
      <>
        {title ?? (kind && kinds[kind])}
        <Text span size="xs" c="dimmed" ml={6}>
          {format}
        </Text>
      </>
    ),
  },
  {
    key: 'classes',
    title: text.classes,
    width: 75,
    render: ({ classNames }) => classNames.join(', '),
  },
  {
    key: 'period',
    title: text.period,
    width: 110,
    render: ({ period }) => period && showPeriod(period.from, period.to),
  },
  { key: 'year', title: text.year, width: 95, render: yearOf },
  {
    key: 'rejected',
    title: text.rejected,
    width: 80,
    align: 'right',
    render: ({ rejected }) => rejected.toLocaleString('ru'),
  },
  { key: 'remove', title: '', width: 34, render: remove },
];

const refusedColumns: readonly SmallColumn<PlanFile>[] = [
  { key: 'name', title: text.refusedName, width: 160, render: ({ name }) => name },
  { key: 'why', title: text.why, render: ({ refusal }) => refusal?.message },
  {
    key: 'remedy',
    title: '',
    width: 160,
    render: ({ file, name, refusal }) =>
      refusal && <Remedy file={file} name={name} code={refusal.code} />,
  },
  { key: 'remove', title: '', width: 34, render: remove },
];

const Assumed = ({ preview }: { readonly preview: Preview }): JSX.Element | null => {
  const chosen = useImport((store) => store.schoolYear);
  const { year } = useScope();
  if (!preview.files.some(({ schoolYearFrom }) => schoolYearFrom === 'assumed')) return null;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} py={6} mb="sm">
      <Group gap="xs">
        <Text size="sm">{text.assumedYear}</Text>
        <YearField value={chosen ?? year} onChange={setSchoolYear} />
      </Group>
    </Alert>
  );
};

const addMore = async (): Promise<void> => {
  try {
    const picked = await transport.pickFiles({ extensions, multiple: true });
    if (picked.length > 0) addFiles(picked);
  } catch (error) {
    showError(error);
  }
};

/** Every chosen file: what it turned out to be, or why it is not taken. */
export const FilesPanel = ({ preview }: { readonly preview: Preview }): JSX.Element => (
  <Panel
    title={text.title(preview.files.length)}
    actions={
      <>
        <Button variant="default" size="compact-sm" onClick={() => void addMore()}>
          {text.add}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={clearImport}>
          {text.clear}
        </Button>
      </>
    }
  >
    <Assumed preview={preview} />
    <Stack gap="md">
      <SmallTable
        label={text.label}
        columns={takenColumns}
        rows={preview.files.filter(({ refusal }) => refusal === null)}
        rowKey={({ file }) => file}
        empty={text.noneTaken}
      />
      {preview.brokenFiles > 0 && (
        <SmallTable
          label={text.refusedLabel}
          columns={refusedColumns}
          rows={preview.files.filter(({ refusal }) => refusal !== null)}
          rowKey={({ file }) => file}
          empty=""
        />
      )}
    </Stack>
  </Panel>
);
