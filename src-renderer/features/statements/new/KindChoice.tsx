import type { JSX } from 'react';
import type { StatementKindName } from '../../../../src-main/contract/statement-fields.ts';
import { chooseKind as text } from '../../../strings/statement-form.ts';
import { kindHints, kinds } from '../../../strings/statements.ts';
import { choicesOf } from '../../../ui/form/index.ts';
import { Panel } from '../../../ui/index.ts';
import css from '../statements.module.css';

/** The four statements of S2 §7. */
export const KindChoice = ({
  onChoose,
}: {
  readonly onChoose: (kind: StatementKindName) => void;
}): JSX.Element => (
  <Panel title={text.title}>
    <div className={css['kinds']}>
      {choicesOf<StatementKindName>(kinds).map(({ value, label }, at) => (
        <button
          key={value}
          type="button"
          className={css['kind']}
          autoFocus={at === 0}
          onClick={() => onChoose(value)}
        >
          <span className={css['kindTitle']}>{label}</span>
          <span className={css['soft']}>{kindHints[value]}</span>
        </button>
      ))}
    </div>
  </Panel>
);
