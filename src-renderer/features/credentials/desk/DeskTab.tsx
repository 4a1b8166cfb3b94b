import { Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JSX } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { EmptyState, Icon, Panel, useHotkey } from '../../../ui/index.ts';
import css from '../credentials.module.css';
import { FamilyOptions, optionId } from './FamilyOptions.tsx';
import { IssuedPanel } from './IssuedPanel.tsx';
import { IssueForm } from './IssueForm.tsx';
import type { Offer } from './offers.ts';
import { namedOffer, offersOf } from './offers.ts';

const useFamilies = (typed: string) => {
  const [search] = useDebouncedValue(typed.trim(), 100);
  const { data, isPlaceholderData } = useOperation(
    'credentials.queue',
    { text: search },
    { enabled: search !== '', keepPrevious: true },
  );
  const found = useMemo(() => {
    const families = search === '' ? [] : (data?.families ?? []);
    const offers = families.flatMap(offersOf);
    return {
      families,
      offers,
      named: namedOffer(families, offers),
      searched: search !== '' && data !== undefined,
    };
  }, [data, search]);
  // While the answer lags behind the typing, Enter must not pick somebody else's row.
  return { ...found, fresh: search === typed.trim() && !isPlaceholderData };
};

/** Where the arrows lead; round the ends, and from nobody to the first or the last. */
const step = (offers: readonly Offer[], from: string | null, by: 1 | -1): string | null => {
  const found = offers.findIndex(({ key }) => key === from);
  const at = found < 0 && by < 0 ? 0 : found;
  return offers.at((at + by + offers.length) % Math.max(1, offers.length))?.key ?? null;
};

/** A queue at the desk, by keyboard alone: name, receiver, Enter, Enter, the next one. */
export const DeskTab = (): JSX.Element => {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Offer | null>(null);
  /** Enter came before the answer: it counts when the answer is there. */
  const [hasty, setHasty] = useState(false);
  const { families, offers, named, searched, fresh } = useFamilies(typed);
  const current = offers.find(({ key }) => key === wanted) ?? named;
  // After a mark the queue is read again: the panel shows the person as he is now.
  const shown = offers.find(({ key }) => key === chosen?.key) ?? chosen;
  const active = current?.key ?? null;
  if (hasty && fresh) {
    setHasty(false);
    setChosen(current);
  }
  const toSearch = (): void => {
    setChosen(null);
    field.current?.focus();
    field.current?.select();
  };
  useHotkey('Ctrl+KeyF', toSearch);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setWanted(step(offers, active, event.key === 'ArrowDown' ? 1 : -1));
    }
    if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      if (fresh) setChosen(current);
      else setHasty(true);
    }
    if (event.key === 'Escape') {
      setTyped('');
      setHasty(false);
    }
  };
  return (
    <div className={css['desk']}>
      <Stack gap="sm" mih={0}>
        <TextInput
          ref={field}
          label={text.search}
          description={text.hint}
          size="sm"
          autoFocus
          role="combobox"
          aria-expanded={families.length > 0}
          aria-controls="desk-families"
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : optionId(active)}
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWanted(null);
            setChosen(null);
            setHasty(false);
          }}
          onKeyDown={onKeyDown}
        />
        <div className={css['found']} id="desk-families" role="listbox" aria-label={text.results}>
          {families.map((family) => (
            <FamilyOptions
              key={family.studentId}
              family={family}
              active={chosen?.key ?? active}
              onPick={setChosen}
            />
          ))}
        </div>
        {families.length === 0 && (
          <EmptyState
            icon="search"
            title={searched ? text.nothing : text.start}
            hint={searched ? text.nothingHint : text.startHint}
          />
        )}
      </Stack>
      <div className={css['side']}>
        {shown && shown.given.length > 0 && (
          <IssueForm
            key={shown.key}
            offer={shown}
            onBack={toSearch}
            onDone={() => {
              setTyped('');
              toSearch();
            }}
          />
        )}
        {shown && shown.given.length === 0 && (
          <IssuedPanel key={shown.key} offer={shown} onBack={toSearch} />
        )}
        {!shown && (
          <Panel title={text.panel}>
            <Text size="sm" c="dimmed">
              {text.choose}
            </Text>
          </Panel>
        )}
      </div>
    </div>
  );
};
