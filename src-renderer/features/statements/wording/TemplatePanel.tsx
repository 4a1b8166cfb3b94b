import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { PickedFile } from '../../../../src-main/contract/host.ts';
import { callOperation } from '../../../api/client.ts';
import { saveOutput } from '../../../api/files.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { showError } from '../../../api/toasts.tsx';
import { template as text } from '../../../strings/statements-wording.ts';
import { FileDrop, Icon, Panel, Pending, confirm } from '../../../ui/index.ts';
import { Problems } from './Problems.tsx';
import type { Wording } from './WordingEditor.tsx';

type Kind = Wording['kind'];

const saveFile = async (
  name: 'statements.template' | 'statements.sampleTemplate',
  kind: Kind,
): Promise<void> => {
  try {
    await saveOutput(await callOperation(name, { kind }));
  } catch (error) {
    showError(error);
  }
};

/** What the core found in the file, before it is saved. */
const Checked = ({
  kind,
  file,
  onDone,
}: {
  readonly kind: Kind;
  readonly file: PickedFile;
  readonly onDone: () => void;
}): JSX.Element => {
  const query = useOperation('statements.checkTemplate', { kind, file: file.handle });
  const saving = useCommand('statements.saveTemplate', { success: text.saved });
  const save = async (): Promise<void> => {
    if (await saving.run({ kind, file: file.handle })) onDone();
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={700}>
        {text.checked(file.name)}
      </Text>
      <Pending query={query}>
        {({ fields, problems }) => (
          <>
            {problems.length > 0 ? (
              <Alert color="orange" icon={<Icon name="warning" />} title={text.problems}>
                <Problems problems={problems} />
              </Alert>
            ) : (
              <Text size="sm">{text.good}</Text>
            )}
            <Text size="sm" c="dimmed">
              {text.found} {fields.map((field) => `{{${field}}}`).join(', ')}
            </Text>
            <Group gap="xs">
              {problems.length === 0 && (
                <Button loading={saving.busy} onClick={() => void save()}>
                  {text.save}
                </Button>
              )}
            </Group>
          </>
        )}
      </Pending>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={onDone}>
          {text.cancel}
        </Button>
      </Group>
    </Stack>
  );
};

const Loaded = ({ kind, name }: { readonly kind: Kind; readonly name: string }): JSX.Element => {
  const removal = useCommand('statements.removeTemplate', { success: text.removed });
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: text.removeTitle,
      message: text.removeMessage,
      confirm: text.remove,
      danger: true,
    });
    if (sure) await removal.run({ kind });
  };
  return (
    <Group gap="xs">
      <Text size="sm">{text.loaded(name)}</Text>
      <Button
        variant="default"
        size="xs"
        onClick={() => void saveFile('statements.template', kind)}
      >
        {text.download}
      </Button>
      <Button variant="default" size="xs" onClick={() => void remove()}>
        {text.remove}
      </Button>
    </Group>
  );
};

/** The school's own DOCX of a form: checked before it is saved, taken away again. */
export const TemplatePanel = ({
  wording: { kind, template },
}: {
  readonly wording: Wording;
}): JSX.Element => {
  const [file, setFile] = useState<PickedFile | null>(null);
  return (
    <Panel
      title={text.title}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => void saveFile('statements.sampleTemplate', kind)}
        >
          {text.sample}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
        {template ? (
          <Loaded kind={kind} name={template.name} />
        ) : (
          <Text size="sm">{text.none}</Text>
        )}
        {file ? (
          <Checked kind={kind} file={file} onDone={() => setFile(null)} />
        ) : (
          <FileDrop extensions={['docx']} onFiles={([picked]) => picked && setFile(picked)} />
        )}
      </Stack>
    </Panel>
  );
};
