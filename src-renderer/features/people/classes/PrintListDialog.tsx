import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { PersonalField } from '../../../../src-main/contract/settings.ts';
import { showDocument } from '../../../printing/index.ts';
import { buttons } from '../../../strings/common.ts';
import { printing as text } from '../../../strings/people-classes.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import { CheckField } from '../../../ui/form/index.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useKeptFields } from '../kept-fields.ts';

const columns = ['birthDate', 'sex', 'address', 'guardians', 'phones'] as const;
type Column = (typeof columns)[number];

/** The personal field that a column prints. */
const needs: Readonly<Partial<Record<Column, PersonalField>>> = {
  sex: 'studentSex',
  address: 'studentAddress',
  phones: 'guardianPhone',
};

export interface PrintListDialogProps {
  readonly classId: number;
  readonly onDate: string;
  readonly onClose: () => void;
}

const maxBlank = 12;

interface BlankColumnsProps {
  readonly titles: readonly string[];
  readonly onChange: (titles: readonly string[]) => void;
}

const BlankColumns = ({ titles, onChange }: BlankColumnsProps): JSX.Element => (
  <Stack gap={6}>
    <Text size="sm" fw={700}>
      {text.blank}
    </Text>
    <Text size="xs" c="dimmed">
      {text.blankHint}
    </Text>
    {titles.map((title, at) => (
      // The columns have no identity of their own besides their place.
      // oxlint-disable-next-line react/no-array-index-key
      <Group key={at} gap={6} wrap="nowrap">
        <TextInput
          flex={1}
          maxLength={40}
          aria-label={text.blankTitle(at + 1)}
          value={title}
          onChange={({ currentTarget: { value } }) =>
            onChange(titles.map((item, index) => (index === at ? value : item)))
          }
        />
        <IconButton
          icon="trash"
          label={text.removeBlank(at + 1)}
          onClick={() => onChange(titles.filter((_, index) => index !== at))}
        />
      </Group>
    ))}
    <Group>
      <AddButton
        label={text.addBlank}
        onClick={() => onChange([...titles, ''])}
        disabled={titles.length >= maxBlank}
      />
    </Group>
  </Stack>
);

/** Chooses what the printed list of a class shows, then opens it in the preview. */
export const PrintListDialog = ({
  classId,
  onDate,
  onClose,
}: PrintListDialogProps): JSX.Element => {
  const [chosen, setChosen] = useState<readonly Column[]>(['birthDate']);
  const [blank, setBlank] = useState<readonly string[]>([]);
  const toggle = (column: Column, on: boolean): void =>
    setChosen(on ? [...chosen, column] : chosen.filter((item) => item !== column));
  const kept = useKeptFields();
  const offered = columns.filter((column) => {
    const field = needs[column];
    return field === undefined || kept[field];
  });
  const shown = Object.fromEntries(
    columns.map((column) => [column, chosen.includes(column)] as const),
  ) as Readonly<Record<Column, boolean>>;
  const open = (): void => {
    onClose();
    void showDocument('people.printClassList', {
      classId,
      onDate,
      ...shown,
      blankColumns: [...blank],
    });
  };
  return (
    <Modal opened onClose={onClose} title={text.title} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" fw={700}>
            {text.columns}
          </Text>
          {offered.map((column) => (
            <CheckField
              key={column}
              name={column}
              label={text[column]}
              value={shown[column]}
              onChange={(on) => toggle(column, on)}
            />
          ))}
          <BlankColumns titles={blank} onChange={setBlank} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {buttons.cancel}
            </Button>
            <Button type="submit" data-autofocus>
              {text.open}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
