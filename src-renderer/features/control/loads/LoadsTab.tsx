import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { callOperation } from '../../../api/client.ts';
import { submitCommand } from '../../../api/commands.ts';
import { isStale } from '../../../api/failure.ts';
import { useOperation } from '../../../api/hooks.ts';
import { showError } from '../../../api/toasts.tsx';
import { stale as words } from '../../../strings/common.ts';
import { loads as text } from '../../../strings/control.ts';
import { EmptyState, Icon, Pending, navigate, useHotkey } from '../../../ui/index.ts';
import { askStale } from '../../../ui/stale.ts';
import { mayLeave, setDirty } from '../../../ui/leaving.ts';
import { YearField } from '../../people/YearField.tsx';
import css from '../control.module.css';
import { choose, useControl } from '../control-store.ts';
import type { Edits, Loads } from './load-edits.ts';
import {
  cellsOf,
  hasMistake,
  keyOf,
  overStored,
  storedTexts,
  withEdit,
  withoutStale,
} from './load-edits.ts';
import { LoadGrid } from './LoadGrid.tsx';

const noEdits: Edits = new Map();

/** Both numbers of every cell another window has written since; the user decides. */
const settle = async (loads: Loads, edits: Edits, message: string): Promise<Edits> => {
  const now = await callOperation('control.loads', { startYear: loads.startYear });
  const stored = storedTexts(now);
  const titles = new Map(loads.classes.map(({ id, title }) => [String(id), title]));
  const rows = [...edits]
    .filter(([key, { was }]) => (stored.get(key) ?? '') !== was)
    .map(([key, { text: mine }]) => {
      const [classId = '', subject = ''] = key.split('|');
      const label = [titles.get(classId), subject].filter(Boolean).join(', ');
      return { path: key, label, mine, stored: stored.get(key) ?? '', note: words.both };
    });
  const answer = await askStale({ message, rows });
  if (answer === 'save') return saveEdits(loads, overStored(edits, stored));
  return answer === 'take' ? withoutStale(edits, stored) : edits;
};

/** Saves; gives what is still unsaved. */
const saveEdits = async (loads: Loads, edits: Edits): Promise<Edits> => {
  if (edits.size === 0) return noEdits;
  try {
    await submitCommand('control.saveLoads', { cells: cellsOf(edits) }, { success: text.saved });
    return noEdits;
  } catch (error) {
    if (isStale(error)) return settle(loads, edits, error.message);
    showError(error);
    return edits;
  }
};

/** What was typed; leaving the screen asks while something is unsaved. */
const useEdits = (loads: Loads) => {
  const stored = useMemo(() => storedTexts(loads), [loads]);
  const [edits, setEdits] = useState(noEdits);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const form = Symbol('loads');
    setDirty(form, edits.size > 0);
    return () => setDirty(form, false);
  }, [edits]);
  const mistake = hasMistake(edits);
  return {
    edits,
    mistake,
    busy,
    textOf: (key: string) => edits.get(key)?.text ?? stored.get(key) ?? '',
    type: (key: string, value: string) =>
      setEdits((former) => withEdit(former, stored, key, value)),
    reset: () => setEdits(noEdits),
    async save() {
      if (edits.size === 0 || mistake || busy) return;
      setBusy(true);
      const left = await saveEdits(loads, edits);
      setBusy(false);
      setEdits(left);
    },
  };
};

const NewSubject = ({ onAdd }: { readonly onAdd: (name: string) => void }): JSX.Element => {
  const [name, setName] = useState('');
  const add = (): void => {
    const clean = name.replace(/\s+/g, ' ').trim();
    if (clean !== '') onAdd(clean);
    setName('');
  };
  return (
    <Group gap={6}>
      <TextInput
        aria-label={text.addSubject}
        placeholder={text.addSubject}
        w={200}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button variant="default" onClick={add} leftSection={<Icon name="plus" size={16} />}>
        {text.add}
      </Button>
    </Group>
  );
};

const Grid = ({ loads, parallel }: { readonly loads: Loads; readonly parallel: number }) => {
  const classes = loads.classes.filter((one) => one.parallel === parallel);
  const [added, setAdded] = useState<readonly string[]>([]);
  const known = loads.subjects.map(({ title }) => title);
  const subjects = [...known, ...added.filter((name) => !known.includes(name))];
  const { edits, mistake, busy, textOf, type, reset, save } = useEdits(loads);
  useHotkey('Ctrl+KeyS', () => void save());
  const [first] = classes;
  const copyFirst = (): void => {
    for (const { id } of classes.slice(1))
      for (const subject of subjects) {
        const key = keyOf(id, subject);
        if (textOf(key) === '') type(key, textOf(keyOf(first?.id ?? 0, subject)));
      }
  };
  return (
    <>
      <Group gap={8}>
        <NewSubject
          onAdd={(name) => !subjects.includes(name) && setAdded((former) => [...former, name])}
        />
        {first && classes.length > 1 && (
          <Button variant="default" title={text.copyHint} onClick={copyFirst}>
            {text.copy(first.title)}
          </Button>
        )}
        <Button disabled={edits.size === 0 || mistake} loading={busy} onClick={() => void save()}>
          {text.save}
        </Button>
        {edits.size > 0 && (
          <Button variant="subtle" onClick={reset}>
            {text.reset}
          </Button>
        )}
        {mistake && (
          <Text size="sm" c="red" role="alert">
            {text.bad}
          </Text>
        )}
      </Group>
      {subjects.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noSubjects}
        </Text>
      ) : (
        <LoadGrid
          classes={classes}
          subjects={subjects}
          textOf={textOf}
          isChanged={(key) => edits.has(key)}
          onType={type}
        />
      )}
    </>
  );
};

const NoClasses = (): JSX.Element => (
  <div className={css['center']}>
    <EmptyState
      icon="sheet"
      title={text.noClasses}
      hint={text.noClassesHint}
      action={
        <Button variant="default" onClick={() => navigate('/classes')}>
          {text.toClasses}
        </Button>
      }
    />
  </div>
);

const whenFree = async (change: () => void): Promise<void> => {
  if (await mayLeave()) change();
};

const Loaded = ({ loads }: { readonly loads: Loads }): JSX.Element => {
  const parallels = [...new Set(loads.classes.map(({ parallel }) => parallel))];
  const wanted = useControl((state) => state.parallel);
  const parallel = parallels.find((one) => one === wanted) ?? parallels[0];
  return (
    <Stack gap="xs" className={css['fill'] ?? ''}>
      <Group gap={8}>
        <YearField
          value={loads.startYear}
          onChange={(startYear) => void whenFree(() => choose({ startYear, period: null }))}
        />
        {parallel !== undefined && (
          <Select
            aria-label={text.parallel}
            w={130}
            allowDeselect={false}
            data={parallels.map((one) => ({ value: String(one), label: text.parallelName(one) }))}
            value={String(parallel)}
            onChange={(next) => void whenFree(() => choose({ parallel: Number(next) }))}
          />
        )}
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
      </Group>
      {parallel === undefined ? (
        <NoClasses />
      ) : (
        <Grid key={`${loads.startYear} ${parallel}`} loads={loads} parallel={parallel} />
      )}
    </Stack>
  );
};

/** The timetable as far as it is known: lessons a week of every class in every subject. */
export const LoadsTab = ({ startYear }: { readonly startYear: number | null }): JSX.Element => {
  const query = useOperation(
    'control.loads',
    { startYear: startYear ?? 2000 },
    { enabled: startYear !== null },
  );
  return <Pending query={query}>{(loads) => <Loaded loads={loads} />}</Pending>;
};
