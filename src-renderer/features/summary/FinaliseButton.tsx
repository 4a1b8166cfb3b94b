import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useCommand } from '../../api/hooks.ts';
import { finalise as text } from '../../strings/summary.ts';
import { Icon, confirm, navigate } from '../../ui/index.ts';
import { versionLink } from './links.ts';

type Computed = OperationOutput<'summary.compute'>;

const options = {
  success: ({ version, created }: OperationOutput<'summary.finalise'>) =>
    created ? text.done(version) : text.same(version),
};

/** Why there is nothing to finalise now; null when there is. */
export const finaliseObstacle = ({ finaliseRefusal, last }: Computed): string | null => {
  if (finaliseRefusal !== null) return finaliseRefusal;
  const same = last !== null && !last.difference.changed && last.difference.requisites.length === 0;
  return same ? text.same(last.version) : null;
};

const reissued = {
  success: ({ version }: OperationOutput<'summary.reissue'>) => text.done(version),
};

/** The newest version again with the requisites of the settings, its figures as they were. */
export const ReissueButton = ({
  id,
  version,
}: {
  readonly id: number;
  readonly version: number;
}): JSX.Element => {
  const { run, busy } = useCommand('summary.reissue', reissued);
  const next = version + 1;
  const reissue = async (): Promise<void> => {
    const sure = await confirm({
      title: text.requisitesTitle(next),
      message: text.requisitesMessage,
      confirm: text.requisitesConfirm,
    });
    const done = sure ? await run({ id }) : null;
    if (done) navigate(versionLink(done.id));
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void reissue()}>
      {text.requisitesButton(next)}
    </Button>
  );
};

/** Freezes the period as the next version and opens it. */
export const FinaliseButton = ({ computed }: { readonly computed: Computed }): JSX.Element => {
  const { from, to, last } = computed;
  const { run, busy } = useCommand('summary.finalise', options);
  const next = (last?.version ?? 0) + 1;
  const finalise = async (): Promise<void> => {
    const question = { title: text.title(next), message: text.message, confirm: text.confirm };
    if (!(await confirm(question))) return;
    const done = await run({ from, to });
    if (done) navigate(versionLink(done.id));
  };
  return (
    <Button
      leftSection={<Icon name="check" size={16} />}
      loading={busy}
      disabled={finaliseObstacle(computed) !== null}
      onClick={() => void finalise()}
    >
      {text.button(next)}
    </Button>
  );
};
