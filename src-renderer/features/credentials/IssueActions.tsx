import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { CredentialRow } from '../../../src-main/contract/credentials-fields.ts';
import type { IssueState } from '../../../src-main/domain/credential-issue.ts';
import { signProblem, takeBackProblem } from '../../../src-main/domain/credential-issue.ts';
import { useCommand } from '../../api/hooks.ts';
import { desk as text } from '../../strings/credentials-desk.ts';

type Issued = Pick<CredentialRow, 'id' | 'state' | 'signed' | 'hasSecret' | 'wipeAfter'>;

const issueOf = ({ state, signed, hasSecret, wipeAfter }: Issued): IssueState => ({
  state,
  signed: signed === true,
  hasSecret,
  wipeAfter: wipeAfter === null ? null : Date.parse(wipeAfter),
});

const canTakeBack = (item: Issued): boolean => takeBackProblem(issueOf(item), Date.now()) === null;

/** What may still be done with an issue: the signature that came later, taking it back. */
export const IssueActions = ({ items }: { readonly items: readonly Issued[] }): JSX.Element => {
  const sign = useCommand('credentials.sign', { success: text.signDone });
  const takeBack = useCommand('credentials.takeBack', { success: text.takeBackDone });
  const unsigned = items.filter((item) => signProblem(issueOf(item)) === null);
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
