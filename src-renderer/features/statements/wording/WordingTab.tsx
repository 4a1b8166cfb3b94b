import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { StatementFormName } from '../../../../src-main/contract/statements-fields.ts';
import { useOperation } from '../../../api/hooks.ts';
import { formKinds } from '../../../strings/statements.ts';
import { wording as text } from '../../../strings/statements-wording.ts';
import { ChoiceField, choicesOf } from '../../../ui/form/index.ts';
import { Pending } from '../../../ui/index.ts';
import { mayLeave } from '../../../ui/leaving.ts';
import { TemplatePanel } from './TemplatePanel.tsx';
import { WordingEditor } from './WordingEditor.tsx';

/** A tab of the settings: texts of the statements and the school's own templates (domain.md §8). */
export const WordingTab = (): JSX.Element => {
  const query = useOperation('statements.wordings', {});
  const [kind, setKind] = useState<StatementFormName>('refusal');
  // The text of another form goes away with its editor.
  const choose = async (next: StatementFormName): Promise<void> => {
    if (await mayLeave()) setKind(next);
  };
  return (
    <Pending query={query}>
      {({ wordings }) => {
        const wording = wordings.find((one) => one.kind === kind);
        return (
          <Stack gap="sm" align="stretch">
            <ChoiceField
              name="form"
              label={text.form}
              value={kind}
              choices={choicesOf<StatementFormName>(formKinds)}
              width={360}
              onChange={(next) => next && void choose(next)}
            />
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
