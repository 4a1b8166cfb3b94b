import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Relation } from '../../../../src-main/contract/people-fields.ts';
import { relationWords as text } from '../../../strings/people-import.ts';
import { relations } from '../../../strings/people.ts';
import { ChoiceField, choicesOf } from '../../../ui/form/index.ts';
import { Panel } from '../../../ui/index.ts';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import type { ImportItem, Preview } from './import-store.ts';
import { previewAnew } from './preview-anew.ts';

type Word = Preview['relationWords'][number];

export interface RelationsPanelProps {
  readonly item: ImportItem;
  readonly preview: Preview;
}

const kept = (words: readonly Word[]): Readonly<Record<string, Relation>> =>
  Object.fromEntries(words.flatMap(({ key, chosen }) => (chosen ? [[key, chosen]] : [])));

/** Words that do not tell whether the person represents the child: a person says it, word by word. */
export const RelationsPanel = ({ item, preview }: RelationsPanelProps): JSX.Element => {
  const words = preview.relationWords;
  const [chosen, setChosen] = useState(kept(words));
  const isReady = words.every(({ key }) => chosen[key] !== undefined);
  const isSame = words.every(({ key, chosen: was }) => chosen[key] === (was ?? undefined));
  return (
    <Panel title={text.title}>
      <Text size="sm" mb="xs">
        {text.hint}
      </Text>
      <SmallTable
        label={text.title}
        columns={[
          {
            key: 'word',
            title: text.word,
            render: (word: Word) => (word.text === '' ? text.emptyCell : `«${word.text}»`),
          },
          { key: 'rows', title: text.rows, render: ({ rows }: Word) => rows },
          {
            key: 'choice',
            title: text.means,
            render: ({ key, text: word, proposal }: Word) => (
              <ChoiceField
                name={`relation-${key}`}
                label={text.meansOf(word)}
                value={chosen[key] ?? null}
                onChange={(next) => next && setChosen({ ...chosen, [key]: next })}
                choices={choicesOf(relations)}
                {...(proposal && { description: text.probably(relations[proposal]) })}
              />
            ),
          },
        ]}
        rows={words}
        rowKey={({ key }) => key}
        empty=""
      />
      <Group mt="xs">
        <Button
          disabled={!isReady || isSame}
          onClick={() => void previewAnew(item, { relations: chosen })}
        >
          {text.apply}
        </Button>
      </Group>
    </Panel>
  );
};
