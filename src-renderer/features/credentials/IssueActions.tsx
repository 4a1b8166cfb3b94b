import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { CredentialRow } from '../../../src-main/contract/credentials-fields.ts';
import { takeBackProblem } from '../../../src-main/domain/credential-issue.ts';
import { useCommand } from '../../api/hooks.ts';
import { desk as text } from '../../strings/credentials-desk.ts';

type Issued = Pick<CredentialRow, 'id' | 'state' | 'signed' | 'hasSecret' | 'wipeAfter'>;

const canTakeBack = ({ state, signed, hasSecret, wipeAfter }: Issued): boolean => {
  const until = wipeAfter === null ? null : Date.parse(wipeAfter);
  const issue = { state, signed: signed === true, hasSecret, wipeAfter: until };
  return takeBackProblem(issue, Date.now()) === null;
};

/** What may still be done with an issue: the signature that came later, taking it back. */
export const IssueActions = ({ items }: { readonly items: readonly Issued[] }): JSX.Element => {
  const sign = useCommand('credentials.sign', { success: text.signDone });
  const takeBack = useCommand('credentials.takeBack', { success: text.takeBackDone });
  const unsigned = items.filter(({ state, signed }) => state === 'issued' && signed !== true);
  const returnable = items.filter(canTakeBack);
  return (
    <>
      {unsigned.length > 0 && (
        <Button
          variant="default"
          loading={sign.busy}
          onClick={() => void sign.run({ ids: unsigned.map(({ id }) => id) })}
        >
          {text.sign}
        </Button>
      )}
      {returnable.length > 0 && (
        <Button
          variant="default"
          loading={takeBack.busy}
          onClick={() => void takeBack.run({ ids: returnable.map(({ id }) => id) })}
        >
          {text.takeBack}
        </Button>
      )}
    </>
  );
};
