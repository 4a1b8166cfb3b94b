import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { showDocument, useIsOnTop } from '../../printing/index.ts';
import { gaps as gapsText, print as text } from '../../strings/journal.ts';
import { FolderField, SegmentField, choicesOf } from '../../ui/form/index.ts';
import { Icon, showDate, todayIso, useHotkey } from '../../ui/index.ts';
import { ClassCheck } from './ClassCheck.tsx';
import css from './journal.module.css';
import type { ClassRow, JournalRef, PeriodChoice } from './periods-of-classes.ts';
import { journalKey, periodChoices, usualChoice } from './periods-of-classes.ts';
import type { JournalPrinting, PrintTarget } from './use-print.ts';
import { usePrint } from './use-print.ts';

export interface PrintDialogProps {
  readonly classes: readonly ClassRow[];
  /** The one journal asked for; null = the whole school. */
  readonly journal: JournalRef | null;
  readonly onClose: () => void;
}

const Target = ({ printing }: { readonly printing: JournalPrinting }): JSX.Element => (
  <Stack gap={6}>
    <SegmentField<PrintTarget>
      name="target"
      label={text.where}
      choices={choicesOf<PrintTarget>(text.targets)}
      value={printing.target}
      onChange={printing.setTarget}
    />
    {printing.target === 'folder' && (
      <FolderField
        remember="journal-print"
        label={text.folder}
        value={printing.folder}
        onChange={printing.takeFolder}
        error={printing.folderMissing && text.folderNeeded}
      />
    )}
    {printing.files.length > 0 && (
      <div role="status">
        <Text size="sm" fw={700}>
          {text.written}
        </Text>
        {printing.files.map((name) => (
          <Text key={name} size="sm">
            {name}
          </Text>
        ))}
      </div>
    )}
  </Stack>
);

const latestEnd = ({ rows }: PeriodChoice): string =>
  rows.reduce((latest, { cell }) => (cell.to > latest ? cell.to : latest), '');

interface ClassesProps {
  readonly choice: PeriodChoice;
  /** Keys of journals. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const Classes = ({ choice, chosen, onChange }: ClassesProps): JSX.Element => {
  const all = choice.rows.map(({ row }) => journalKey(row));
  const count = all.filter((key) => chosen.has(key)).length;
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <section aria-label={text.classes} className={css['classes']}>
      <Group justify="space-between" mb={4}>
        <Text fw={700} size="sm">
          {gapsText.title}
        </Text>
        <Checkbox
          label={text.all}
          checked={count === all.length}
          indeterminate={count > 0 && count < all.length}
          onChange={() => onChange(new Set(count === all.length ? [] : all))}
        />
      </Group>
      <ul className={css['classList']}>
        {choice.rows.map(({ row }) => (
          <ClassCheck
            key={`${journalKey(row)} ${choice.period}`}
            journal={row}
            period={choice.period}
            chosen={chosen.has(journalKey(row))}
            isOpen={count === 1}
            onChoose={(on) => toggle(journalKey(row), on)}
          />
        ))}
      </ul>
    </section>
  );
};

const startingSet = (choice: PeriodChoice | undefined, journal: JournalRef | null) =>
  new Set(journal ? [journalKey(journal)] : choice?.rows.map(({ row }) => journalKey(row)));

/** What is printed, what it lacks, and where it goes (S2 §1.2). */
export const PrintDialog = ({ classes, journal, onClose }: PrintDialogProps): JSX.Element => {
  // An extract is made for one who asks, never along with the journals of the school.
  const isExtract = journal?.extract === true;
  const choices = periodChoices(
    classes.filter((row) => (isExtract ? journalKey(row) === journalKey(journal) : !row.extract)),
  );
  const [title, setTitle] = useState(journal?.title ?? usualChoice(choices)?.title ?? null);
  const choice = choices.find((item) => item.title === title);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => startingSet(choice, journal));
  const journals =
    choice?.rows
      .map(({ row }) => row)
      .filter((row) => chosen.has(journalKey(row)))
      .map(({ classId, studentId, extract }) => ({ classId, studentId, extract })) ?? [];
  const wanted = choice && journals.length > 0 ? { journals, period: choice.period } : null;
  const printing = usePrint(wanted, onClose);
  const isOnTop = useIsOnTop();
  const [only] = journals;
  const end = choice ? latestEnd(choice) : '';
  const choose = (next: string | null): void => {
    setTitle(next);
    const found = choices.find((item) => item.title === next);
    const has =
      found?.rows.some(({ row }) => journal !== null && journalKey(row) === journalKey(journal)) ===
      true;
    setChosen(startingSet(found, has ? journal : null));
  };
  useHotkey(isOnTop ? 'Ctrl+KeyS' : null, printing.print);
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      size="xl"
      closeOnClickOutside={false}
      closeOnEscape={isOnTop}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <Select
            label={text.period}
            w={220}
            data={choices.map((item) => item.title)}
            value={title}
            allowDeselect={false}
            onChange={choose}
            data-autofocus
          />
          <Text size="sm" c="dimmed" pb={6}>
            {text.duplex}
          </Text>
        </Group>
        {end > todayIso() && (
          <Alert color="orange" icon={<Icon name="warning" />}>
            {text.early(showDate(end))}
          </Alert>
        )}
        {choice && <Classes choice={choice} chosen={chosen} onChange={setChosen} />}
        <Text size="sm" c="dimmed">
          {gapsText.kept}
        </Text>
        <Target printing={printing} />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<Icon name="eye" size={14} />}
            disabled={journals.length !== 1}
            onClick={() =>
              choice &&
              only !== undefined &&
              void showDocument('journal.preview', { ...only, period: choice.period })
            }
          >
            {text.preview}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {text.close}
            </Button>
            <Button
              leftSection={<Icon name="print" size={16} />}
              disabled={wanted === null}
              onClick={printing.print}
            >
              {text.submit(Math.max(1, journals.length))}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
