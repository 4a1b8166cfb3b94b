import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { desk as text } from '../../../strings/credentials-desk.ts';
import css from '../credentials.module.css';
import type { Family, Offer } from './offers.ts';
import { offersOf, whatOf } from './offers.ts';

interface Choosing {
  /** Key of the offer under the cursor. */
  readonly active: string | null;
  readonly onPick: (offer: Offer) => void;
}

export const optionId = (key: string): string => `receiver-${key}`;

const Receiver = ({ offer, active, onPick }: Choosing & { readonly offer: Offer }): JSX.Element => {
  const { key, name, role, given, why, kept, receivedBy } = offer;
  const isActive = active === key;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const canGive = given.length > 0;
  return (
    // The keys are handled by the search field: focus never leaves it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      id={optionId(key)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={css['receiver']}
      onClick={() => onPick(offer)}
    >
      <b>{name}</b>, {role}
      <ul className={css['lines']}>
        {canGive ? (
          <li className={css['can']}>
            {text.give(given.map((item) => whatOf(item, receivedBy)).join('; '))}
          </li>
        ) : (
          <li>{text.nothingToGive}</li>
        )}
        {[...why, ...kept].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
};

/** A child with everybody who may come for its data. */
export const FamilyOptions = ({
  family,
  active,
  onPick,
}: Choosing & { readonly family: Family }): JSX.Element => {
  const offers = offersOf(family);
  const title = [family.fullName, family.className].filter(Boolean).join(', ');
  return (
    <div role="group" aria-label={title} className={css['family']}>
      <div className={css['familyHead']} aria-hidden="true">
        {title}
      </div>
      {offers.length === 0 && (
        <Text size="sm" c="dimmed" px={12} py={6}>
          {text.noCredentials}
        </Text>
      )}
      {family.guardians.length === 0 && offers.length > 0 && (
        <Text size="sm" c="dimmed" px={12} pt={6}>
          {text.noGuardians}
        </Text>
      )}
      {offers.map((offer) => (
        <Receiver key={offer.key} offer={offer} active={active} onPick={onPick} />
      ))}
    </div>
  );
};
