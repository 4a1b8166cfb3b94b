import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { OperationError } from '../../api/failure.ts';
import { showError, showSuccess } from '../../api/toasts.tsx';
import { card as text } from '../../strings/resources.ts';
import { Icon } from '../../ui/index.ts';
import css from './resources.module.css';

const copy = async (url: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(url);
    showSuccess(text.copied);
  } catch {
    // The browser may forbid the clipboard: the address itself can still be marked and copied.
    showError(
      new OperationError({ code: 'clipboard-refused', message: text.copyFailed, fields: [] }),
    );
  }
};

/** An address to copy: the program itself never goes to the network. */
export const CopyAddress = ({ url }: { readonly url: string }): JSX.Element => (
  <div className={css['address']}>
    <Text span size="sm" className={css['url'] ?? ''}>
      {url}
    </Text>
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<Icon name="copy" size={14} />}
      title={text.networkHint}
      onClick={() => void copy(url)}
    >
      {text.copy}
    </Button>
  </div>
);
