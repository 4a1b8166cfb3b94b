import type { FieldChange } from '../../contract/imports.ts';
import { fullName, personKey } from '../../domain/names.ts';
import type { RecognisedGuardian, Rejected } from '../../spreadsheets/people/recognised.ts';
import { findChild } from './import-child.ts';
import type { GuardianAction, PlanItem } from './import-plan.ts';
import { changesBetween, planItem, rejectedItem } from './import-plan.ts';
import type { GuardianStore, StoredGuardian, StoredLink, StoredStudent } from './import-store.ts';
import type { Pair } from './import-targets.ts';
import { Targets } from './import-targets.ts';

export const relationTitles = {
  mother: 'мать',
  father: 'отец',
  grandmother: 'бабушка',
  grandfather: 'дедушка',
  guardian: 'опекун (попечитель)',
  other: 'иное',
} as const;

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
  { row, child }: Pair,
  stored: StoredLink | undefined,
): { readonly change: FieldChange | null; readonly link: GuardianAction['link'] } => {
  const title = relationTitles[row.relation];
  if (!stored) {
    const change = {
      field: 'link',
      title: 'Ребёнок',
      was: null,
      becomes: `${child.fullName} (${title})`,
    };
    return { change, link: { id: null, studentId: child.id, relation: row.relation } };
  }
  if (row.relation === 'other' || row.relation === stored.relation)
    return { change: null, link: null };
  const change = {
    field: 'relation',
    title: `Кем приходится (${child.fullName})`,
    was: relationTitles[stored.relation],
    becomes: title,
  };
  return { change, link: { id: stored.id, studentId: child.id, relation: row.relation } };
};

const detailsOf = ({ row, child }: Pair): string =>
  [
    `${relationTitles[row.relation]}: ${child.fullName}`,
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

const update = (
  pair: Pair,
  guardian: StoredGuardian,
  store: GuardianStore,
  decided: Map<number, Set<string>>,
) => {
  const { changes, set } = fieldsOf(pair.row, guardian, decided);
  const stored = store.links.get(pair.child.id)?.find((one) => one.guardianId === guardian.id);
  const { change, link } = linkOf(pair, stored);
  const target = { id: guardian.id };
  const action: GuardianAction = { kind: 'guardian', target, person: person(pair.row), set, link };
  return { changes: change ? [...changes, change] : changes, action };
};

const create = (pair: Pair, ref: string): GuardianAction => ({
  kind: 'guardian',
  target: { ref },
  person: person(pair.row),
  set: {},
  link: { id: null, studentId: pair.child.id, relation: pair.row.relation },
});

const question = (
  pair: Pair,
  candidates: readonly StoredGuardian[],
  store: GuardianStore,
): PlanItem =>
  planItem({
    status: 'question',
    ...placeOf(pair),
    code: 'guardian-namesake',
    reason:
      'В базе есть родитель с таким именем, но телефон у него или в файле не указан. Это один человек?',
    candidates: candidates.map((one) => ({
      id: one.id,
      fullName: one.fullName,
      birthDate: null,
      className: null,
      phone: one.phone,
      children: store.children.get(one.id) ?? [],
    })),
    resolve(answer) {
      const chosen = candidates.find(({ id }) => id === answer);
      return chosen
        ? update(pair, chosen, store, new Map()).action
        : create(pair, `answer-${pair.row.where.sheet}-${pair.row.where.row}`);
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
): readonly PlanItem[] => {
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
    if (target.kind === 'question') return question(pair, target.candidates, store);
    const who = target.kind === 'new' ? target.ref : String(target.guardian.id);
    const link = `${who}|${pair.child.id}`;
    if (linked.has(link)) return rejectedItem(repeated(pair));
    linked.add(link);
    if (target.kind === 'new')
      return planItem({ status: 'new', ...placeOf(pair), action: create(pair, target.ref) });
    const { changes, action } = update(pair, target.guardian, store, decided);
    return changes.length === 0
      ? planItem({ status: 'same', ...placeOf(pair) })
      : planItem({ status: 'changed', ...placeOf(pair), changes, action });
  });
};
