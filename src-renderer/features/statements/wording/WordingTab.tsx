import { SegmentedControl, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { StatementKindName } from '../../../../src-main/contract/statements-fields.ts';
import { useOperation } from '../../../api/hooks.ts';
import { kinds } from '../../../strings/statements.ts';
import { wording as text } from '../../../strings/statements-wording.ts';
import { choicesOf } from '../../../ui/form/index.ts';
import { Pending } from '../../../ui/index.ts';
import { mayLeave } from '../../../ui/leaving.ts';
import { TemplatePanel } from './TemplatePanel.tsx';
import { WordingEditor } from './WordingEditor.tsx';

/** A tab of the settings: texts of the statements and the school's own templates (domain.md §8). */
export const WordingTab = (): JSX.Element => {
  const query = useOperation('statements.wordings', {});
  const [kind, setKind] = useState<StatementKindName>('refusal');
  // The text of another form goes away with its editor.
  const choose = async (next: StatementKindName): Promise<void> => {
    if (await mayLeave()) setKind(next);
  };
  return (
    <Pending query={query}>
      {({ wordings }) => {
        const wording = wordings.find((one) => one.kind === kind);
        return (
          <Stack gap="sm" align="stretch">
            <div>
              <SegmentedControl<StatementKindName>
                aria-label={text.form}
                value={kind}
                data={[...choicesOf<StatementKindName>(kinds)]}
                onChange={(next) => void choose(next)}
              />
            </div>
            {wording && (
              <WordingEditor key={kind} wording={wording}>
                <TemplatePanel wording={wording} />
              </WordingEditor>
            )}
          </Stack>
        );
      }}
    </Pending>
  );
};
