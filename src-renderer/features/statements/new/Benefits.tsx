import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { benefits as text } from '../../../strings/statements-form.ts';
import { Panel, Pending } from '../../../ui/index.ts';
import css from '../statements.module.css';

export interface BenefitsProps {
  readonly onProceed: () => void;
  readonly onImpossibility: () => void;
  readonly onChangedMind: () => void;
}

const refusal = { kind: 'refusal' } as const;

/** What the parent is told before a refusal is taken (S2, closing note). */
export const Benefits = (props: BenefitsProps): JSX.Element => {
  const query = useOperation('statements.draft', refusal);
  return (
    <Pending query={query}>
      {({ benefits }) => (
        <div className={css['benefits']}>
          <Panel title={benefits?.title}>
            <ul>
              {benefits?.paragraphs.map((paragraph) => (
                <li key={paragraph}>{paragraph}</li>
              ))}
            </ul>
            <Text size="sm" c="dimmed" mb="sm">
              {text.note}
            </Text>
            <Group gap="xs">
              <Button autoFocus onClick={props.onChangedMind}>
                {text.changedMind}
              </Button>
              <Button variant="default" onClick={props.onImpossibility}>
                {text.impossibility}
              </Button>
              <Button variant="default" onClick={props.onProceed}>
                {text.proceed}
              </Button>
            </Group>
          </Panel>
        </div>
      )}
    </Pending>
  );
};
