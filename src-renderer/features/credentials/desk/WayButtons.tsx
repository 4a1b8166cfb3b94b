import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { navigate } from '../../../ui/index.ts';
import { newStatementLink, studentServiceLink } from '../../statements/links.ts';
import type { Offer, OfferWay } from './offers.ts';

const addressOf = ({ kind, studentId, guardianId }: OfferWay): string =>
  kind === 'decision'
    ? studentServiceLink(studentId)
    : newStatementLink({ kind, studentId, ...(guardianId !== null && { guardianId }) });

/** Two parents may have to state the same: then each button says whose it is. */
const labelOf = ({ kind, name }: OfferWay, ways: readonly OfferWay[]): string =>
  ways.filter((one) => one.kind === kind).length > 1
    ? text.wayOf(text.ways[kind], name)
    : text.ways[kind];

/** Where to go so that what is withheld may be handed over. */
export const WayButtons = ({ ways }: Pick<Offer, 'ways'>): JSX.Element => (
  <>
    {ways.map((way) => (
      <Button
        key={`${way.kind}-${way.studentId}-${way.guardianId ?? ''}`}
        variant="default"
        onClick={() => navigate(addressOf(way))}
      >
        {labelOf(way, ways)}
      </Button>
    ))}
  </>
);
