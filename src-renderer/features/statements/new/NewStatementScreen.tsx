import type { JSX } from 'react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { StatementKindName } from '../../../../src-main/contract/statements-fields.ts';
import { chooseKind as text } from '../../../strings/statements-form.ts';
import { kinds, statements, kindHints } from '../../../strings/statements.ts';
import { idIn } from '../../../ui/address.ts';
import { choicesOf } from '../../../ui/form/index.ts';
import { Page, PageHeader, navigate, todayIso, Panel } from '../../../ui/index.ts';
import { listLink } from '../links.ts';
import css from '../statements.module.css';
import { Benefits } from './Benefits.tsx';
import type { FormStart } from './form-values.ts';
import { StatementForm } from './StatementForm.tsx';

/** The statements of S2 §7 and the permission of an adult student. */
const KindChoice = ({
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

const kindOf = (text: string | null): StatementKindName | null =>
  text !== null && Object.hasOwn(kinds, text) ? (text as StatementKindName) : null;

interface Started extends Omit<FormStart, 'kind'> {
  readonly kind: StatementKindName | null;
}

const startOf = (search: string): Started => {
  const query = new URLSearchParams(search);
  const today = todayIso();
  return {
    kind: kindOf(query.get('kind')),
    studentId: idIn(query.get('studentId')),
    guardianId: idIn(query.get('guardianId')),
    byStudent: null,
    date: today,
    registeredOn: today,
  };
};

const NewStatement = ({ search }: { readonly search: string }): JSX.Element => {
  const [start, setStart] = useState(() => startOf(search));
  // A refusal is typed only after the parent has heard what is given up (S2, closing note).
  const [told, setTold] = useState(false);
  const { kind } = start;
  const choose = (next: StatementKindName): void => setStart({ ...start, kind: next });
  if (kind === null) return <KindChoice onChoose={choose} />;
  if (kind === 'refusal' && !told)
    return (
      <Benefits
        onProceed={() => setTold(true)}
        onImpossibility={() => choose('impossibility')}
        onChangedMind={() => navigate(listLink)}
      />
    );
  return <StatementForm key={kind} start={{ ...start, kind }} onKind={setStart} />;
};

/** Registration of a statement; a refusal begins with the benefits of the service. */
export default function NewStatementScreen(): JSX.Element {
  const search = useSearch();
  return (
    <Page>
      <PageHeader
        title={statements.newStatement}
        back={{ to: listLink, title: statements.title }}
      />
      <NewStatement key={search} search={search} />
    </Page>
  );
}
