import { Button, Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { StatementKindName } from '../../../src-main/contract/statement-fields.ts';
import { showDocument } from '../../print/index.ts';
import { kinds, statements as text } from '../../strings/statements.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { Icon } from '../../ui/index.ts';

/** Blank forms of every kind, for handwriting. */
export const BlanksMenu = (): JSX.Element => {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          title={text.blanksLabel}
          leftSection={<Icon name="print" size={16} />}
          rightSection={<Icon name="chevronDown" size={14} />}
        >
          {text.blanks}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choicesOf<StatementKindName>(kinds).map(({ value, label }) => (
          <Menu.Item
            key={value}
            onClick={() => void showDocument('statements.printBlank', { kind: value })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
