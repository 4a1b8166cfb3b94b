import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { standing as text } from '../../strings/home.ts';
import { doubtsLink } from '../statements/links.ts';
import { Panel } from '../../ui/index.ts';

export interface StandingPanelProps {
  readonly standing: OperationOutput<'home.attention'>['standing'];
}

/** Who may speak for whom: what a person must still say, and what is to be taken back. */
export const StandingPanel = ({
  standing: { doubts, statements, toRevoke },
}: StandingPanelProps): JSX.Element | null =>
  doubts + statements + toRevoke === 0 ? null : (
    <Panel title={text.title}>
      <Stack gap={6}>
        {doubts > 0 && (
          <>
            <Text size="sm">{text.doubts(doubts)}</Text>
            <Link href="/guardians?inDoubt=true">{text.openDoubts}</Link>
          </>
        )}
        {statements > 0 && (
          <>
            <Text size="sm">{text.statements(statements)}</Text>
            <Link href={doubtsLink}>{text.openStatements}</Link>
          </>
        )}
        {toRevoke > 0 && (
          <>
            <Text size="sm">{text.credentials(toRevoke)}</Text>
            <Link href="/credentials?tab=list&right=revoke">{text.openCredentials}</Link>
          </>
        )}
      </Stack>
    </Panel>
  );
