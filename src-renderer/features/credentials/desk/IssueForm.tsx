import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { DateField } from '../../../ui/form/index.ts';
import { Panel, todayIso } from '../../../ui/index.ts';
import { IssueActions } from '../IssueActions.tsx';
import css from '../credentials.module.css';
import { CardButton } from './CardButton.tsx';
import type { Offer } from './offers.ts';
import { whatOf } from './offers.ts';
import { WayButtons } from './WayButtons.tsx';

interface Props {
  readonly offer: Offer;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const Items = ({
  offer,
  left,
  onToggle,
}: {
  readonly offer: Offer;
  readonly left: ReadonlySet<number>;
  readonly onToggle: (id: number) => void;
}): JSX.Element => (
  <Stack gap={6} role="group" aria-label={text.what}>
    {offer.given.map((item) => (
      <Checkbox
        key={item.id}
        label={whatOf(item, offer.receivedBy)}
        description={item.login === null ? null : text.login(item.login)}
        checked={!left.has(item.id)}
        onChange={() => onToggle(item.id)}
      />
    ))}
  </Stack>
);

/** What is not handed out now, and what can be done with what was before. */
const KeptItems = ({ offer }: { readonly offer: Offer }): JSX.Element | null =>
  offer.kept.length === 0 ? null : (
    <>
      <ul className={css['lines']}>
        {offer.kept.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Group gap="xs">
        <WayButtons ways={offer.ways} />
        <IssueActions items={offer.issued} />
      </Group>
    </>
  );

/**
 * The last look before the mark: the signature is ticked by hand (Space), Enter marks, Esc goes
 * back to the search.
 */
export const IssueForm = ({ offer, onDone, onBack }: Props): JSX.Element => {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [on, setOn] = useState<string | null>(todayIso());
  const [signed, setSigned] = useState(false);
  const ids = offer.given.map(({ id }) => id).filter((id) => !left.has(id));
  const { run, busy } = useCommand('credentials.issue', {
    success: text.done(offer.name, ids.length),
  });
  const rules = useOperation('settings.get', {}).data?.credentials;
  const wipes = rules?.wipeAfterIssue === true ? text.wipe(rules.takeBackMinutes) : null;
  const toggle = (id: number): void =>
    setLeft((former) => {
      const next = new Set(former);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const submit = async (): Promise<void> => {
    const { receivedBy, receiverId } = offer;
    const input = { ids, receivedBy, receiverId, signed, ...(on !== null && { on }) };
    if (ids.length > 0 && !busy && (await run(input))) onDone();
  };
  return (
    <Panel title={text.panel}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          // A key held down must not issue what nobody has read.
          if (event.key === 'Enter' && event.repeat) event.preventDefault();
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          onBack();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {text.receiver}: <b>{offer.name}</b>, {offer.role}
          </Text>
          <Items offer={offer} left={left} onToggle={toggle} />
          <DateField name="on" label={text.on} value={on} onChange={setOn} />
          <Checkbox
            label={text.signed}
            description={signed ? wipes : text.signedHint}
            checked={signed}
            autoFocus
            onChange={(event) => setSigned(event.currentTarget.checked)}
          />
          <KeptItems offer={offer} />
          {ids.length === 0 && (
            <Text size="sm" c="red" role="alert">
              {text.none}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <CardButton items={offer.given.filter(({ id }) => !left.has(id))} />
            <Button variant="default" onClick={onBack}>
              {text.back}
            </Button>
            <Button type="submit" loading={busy} disabled={ids.length === 0}>
              {text.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
};
