import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import type { StatementDoubt } from '../../../src-main/contract/statements-decisions.ts';
import { useCommand } from '../../api/hooks.ts';
import { settle as text } from '../../strings/statements.ts';

const settled: readonly StatementDoubt[] = [
  'worked-unsigned',
  'worked-before-signature',
  'student-of-age',
];

/** Decides about a statement that an earlier version let work otherwise; nothing for the others. */
export const SettleButtons = ({
  id,
  doubts,
}: {
  readonly id: number;
  readonly doubts: readonly StatementDoubt[];
}): JSX.Element | null => {
  const keep = useCommand('statements.settle', { success: text.kept });
  const rule = useCommand('statements.settle', { success: text.ruled });
  if (!doubts.some((one) => settled.includes(one))) return null;
  return (
    <Group gap="xs" mt="xs">
      <Button
        size="xs"
        variant="default"
        loading={keep.busy}
        onClick={() => void keep.run({ id, meaning: 'as-before' })}
      >
        {text.keep}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={rule.busy}
        onClick={() => void rule.run({ id, meaning: 'by-rule' })}
      >
        {text.byRule}
      </Button>
    </Group>
  );
};
