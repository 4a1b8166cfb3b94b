import type { FieldChange } from '../../contract/imports.ts';
import type { Relation } from '../../contract/people-fields.ts';
import { fullName, personKey } from '../../domain/names.ts';
import { RELATION_TITLES } from '../../domain/representation.ts';
import type { RecognisedGuardian, Rejected } from '../../spreadsheets/people/recognised.ts';
import { findChild } from './import-child.ts';
import type { GuardianAction, PlanItem } from './import-plan.ts';
import { changesBetween, planItem, rejectedItem } from './import-plan.ts';
import type { RelationChoices } from './import-relations.ts';
import { settle, settledTitle } from './import-relations.ts';
import type { GuardianStore, StoredGuardian, StoredLink, StoredStudent } from './import-store.ts';
import type { Pair } from './import-targets.ts';
import { Targets } from './import-targets.ts';

const person = ({
  lastName,
  firstName,
  middleName,
  phone,
  email,
  address,
}: RecognisedGuardian) => ({
  lastName,
  firstName,
  middleName,
  phone,
  email,
  address,
});

/** The first row of the file that fills a field of a person decides it; later rows do not flap it. */
const fieldsOf = (
  row: RecognisedGuardian,
  guardian: StoredGuardian,
  decided: Map<number, Set<string>>,
) => {
  const done = decided.get(guardian.id) ?? new Set<string>();
  decided.set(guardian.id, done);
  const wanted = [
    { column: 'phone', title: 'Телефон', was: guardian.phone, becomes: row.phone },
    { column: 'email', title: 'Электронная почта', was: guardian.email, becomes: row.email },
    { column: 'address', title: 'Адрес', was: guardian.address, becomes: row.address },
  ].filter(({ column, becomes }) => becomes !== null && !done.has(column));
  for (const { column } of wanted) done.add(column);
  return changesBetween(wanted);
};

const linkOf = (
  { child }: Pair,
  stored: StoredLink | undefined,
  relation: Relation | null,
): { readonly change: FieldChange | null; readonly link: GuardianAction['link'] } => {
  const title = settledTitle(relation);
  if (!stored) {
    const change = {
      field: 'link',
      title: 'Ребёнок',
      was: null,
      becomes: `${child.fullName} (${title})`,
    };
    return { change, link: { id: null, studentId: child.id, relation } };
  }
  if (relation === stored.relation && stored.inDoubt === 0) return { change: null, link: null };
  const change = {
    field: 'relation',
    title: `Кем приходится (${child.fullName})`,
    was: `${RELATION_TITLES[stored.relation]}${stored.inDoubt === 1 ? ' (нужно уточнить)' : ''}`,
    becomes: title,
  };
  return { change, link: { id: stored.id, studentId: child.id, relation } };
};

const detailsOf = ({ row, child }: Pair): string =>
  [
    `${row.relation.text === '' ? 'кем приходится, не сказано' : row.relation.text}: ${child.fullName}`,
    child.enrolment?.className ?? '',
    row.phone ?? '',
  ]
    .filter((text) => text !== '')
    .join(', ');

const placeOf = (pair: Pair) => ({
  where: pair.row.where,
  fullName: fullName(pair.row),
  details: detailsOf(pair),
});

/** What the rows are compared with, and what was chosen for words that do not say it. */
interface Basis {
  readonly store: GuardianStore;
  readonly choices: RelationChoices;
}

const linkWith = ({ store }: Basis, { child }: Pair, guardianId: number): StoredLink | undefined =>
  store.links.get(child.id)?.find((one) => one.guardianId === guardianId);

const update = (
  pair: Pair,
  guardian: StoredGuardian,
  basis: Basis,
  decided: Map<number, Set<string>>,
) => {
  const { changes, set } = fieldsOf(pair.row, guardian, decided);
  const stored = linkWith(basis, pair, guardian.id);
  const { relation } = settle(pair.row.relation, stored, basis.choices);
  const { change, link } = linkOf(pair, stored, relation);
  const target = { id: guardian.id };
  const action: GuardianAction = { kind: 'guardian', target, person: person(pair.row), set, link };
  return { changes: change ? [...changes, change] : changes, action };
};

const create = (pair: Pair, ref: string, { choices }: Basis): GuardianAction => ({
  kind: 'guardian',
  target: { ref },
  person: person(pair.row),
  set: {},
  link: {
    id: null,
    studentId: pair.child.id,
    relation: settle(pair.row.relation, undefined, choices).relation,
  },
});

const question = (pair: Pair, candidates: readonly StoredGuardian[], basis: Basis): PlanItem =>
  planItem({
    status: 'question',
    ...placeOf(pair),
    // Whoever it is, the link may be a new one.
    asked: settle(pair.row.relation, undefined, basis.choices).asked,
    code: 'guardian-namesake',
    reason: 'В базе есть родитель с таким именем, а по телефону их не различить. Это один человек?',
    candidates: candidates.map((one) => ({
      id: one.id,
      fullName: one.fullName,
      birthDate: null,
      className: null,
      phone: one.phone,
      children: basis.store.children.get(one.id) ?? [],
    })),
    resolve(answer) {
      const chosen = candidates.find(({ id }) => id === answer);
      return chosen
        ? update(pair, chosen, basis, new Map()).action
        : create(pair, `answer-${pair.row.where.sheet}-${pair.row.where.row}`, basis);
    },
  });

/** The same person and child again, written in another way. */
const repeated = ({ row, child }: Pair): Rejected => ({
  where: row.where,
  code: 'repeated-row',
  message: `Лист «${row.where.sheet}», ${row.where.address}: этот родитель и ученик уже есть выше. Второй раз не загружается.`,
  cells: [fullName(row), row.phone ?? '', row.email ?? '', child.fullName],
});

/** Plans the guardian–student pairs of a file. */
export const planGuardians = (
  rows: readonly RecognisedGuardian[],
  students: ReadonlyMap<string, readonly StoredStudent[]>,
  store: GuardianStore,
  choices: RelationChoices,
): readonly PlanItem[] => {
  const basis: Basis = { store, choices };
  const targets = new Targets(store);
  const pairs = rows.map((row) => {
    const child = findChild(row, students);
    if ('code' in child) return { rejected: rejectedItem(child) };
    const pair: Pair = { row, key: personKey(row), child: child.student };
    return { pair, target: targets.certain(pair) };
  });
  const decided = new Map<number, Set<string>>();
  const linked = new Set<string>();
  return pairs.map(({ rejected, pair, target: certain }) => {
    if (!pair) return rejected;
    const target = certain ?? targets.other(pair);
    if (target.kind === 'question') return question(pair, target.candidates, basis);
    const who = target.kind === 'new' ? target.ref : String(target.guardian.id);
    const link = `${who}|${pair.child.id}`;
    if (linked.has(link)) return rejectedItem(repeated(pair));
    linked.add(link);
    const stored = target.kind === 'new' ? undefined : linkWith(basis, pair, target.guardian.id);
    const { asked } = settle(pair.row.relation, stored, choices);
    if (target.kind === 'new') {
      const action = create(pair, target.ref, basis);
      return planItem({ status: 'new', ...placeOf(pair), asked, action });
    }
    const { changes, action } = update(pair, target.guardian, basis, decided);
    return changes.length === 0
      ? planItem({ status: 'same', ...placeOf(pair) })
      : planItem({ status: 'changed', ...placeOf(pair), asked, changes, action });
  });
};
