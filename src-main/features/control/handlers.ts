import type { ControlGroup } from '../../contract/control.ts';
import { fold } from '../../domain/names.ts';
import type { FeatureHandlers } from '../context.ts';
import type { Asked } from './asked.ts';
import { scopeOf } from './asked.ts';
import { figuresOf, groupRows, groupsOf, partsInScope } from './figures.ts';
import { gather } from './gather.ts';
import { heatMap } from './heat.ts';
import { lessonPage } from './lessons-list.ts';
import { readLoadGrid, saveLoads } from './loads.ts';
import { markPage } from './marks-list.ts';
import { readChoices } from './choices.ts';
import { emptyWeekPage, volumePage } from './pair-lists.ts';
import { controlStatement } from './statement.ts';

const fits = ({ title }: ControlGroup, search: string): boolean =>
  fold(search)
    .split(' ')
    .every((word) => fold(title).includes(word));

const sortGroups = (
  rows: readonly ControlGroup[],
  sort: Asked<'control.listGroups'>['sort'],
): readonly ControlGroup[] => {
  if (sort === null) return rows;
  const { column, descending } = sort;
  // Groups come in the order of their titles.
  if (column === 'title') return descending ? rows.toReversed() : rows;
  const way = descending ? -1 : 1;
  return rows.toSorted((a, b) => way * ((a[column] ?? -1) - (b[column] ?? -1)));
};

export const controlHandlers: FeatureHandlers<'control'> = {
  async 'control.overview'({ by, ...asked }, { db, clock }) {
    const scope = scopeOf(asked, clock.today());
    const gathered = await gather(db, scope);
    return {
      ...scope.passed,
      total: figuresOf(partsInScope(gathered.pairs, scope)),
      groups: groupRows(groupsOf(gathered, by, scope)),
    };
  },

  async 'control.listGroups'(
    { search, filters: { by = 'teacher', ...asked }, sort, ...page },
    context,
  ) {
    const scope = scopeOf(asked, context.clock.today());
    const groups = groupRows(groupsOf(await gather(context.db, scope), by, scope));
    const rows = sortGroups(
      groups.filter((row) => fits(row, search)),
      sort,
    );
    return { total: rows.length, rows: rows.slice(page.offset, page.offset + page.limit) };
  },

  'control.listLateMarks': (question, { db, clock }) => markPage(db, question, clock.today()),
  'control.listLessons': (question, { db, clock }) => lessonPage(db, question, clock.today()),

  async 'control.listEmptyWeeks'(question, { db, clock }) {
    const scope = scopeOf(question.filters, clock.today());
    const { pairs, names } = await gather(db, scope);
    return emptyWeekPage(partsInScope(pairs, scope), names, question);
  },

  async 'control.listVolume'(question, { db, clock }) {
    const scope = scopeOf(question.filters, clock.today());
    const { pairs, names } = await gather(db, scope);
    return volumePage(partsInScope(pairs, scope), names, question);
  },

  async 'control.heatMap'({ by, measure, ...asked }, { db, clock }) {
    const scope = scopeOf(asked, clock.today());
    return heatMap(groupsOf(await gather(db, scope), by, scope), measure);
  },

  'control.choices': (asked, { db, clock }) => readChoices(db, scopeOf(asked, clock.today())),
  'control.statement': (input, context) => controlStatement(input, context),
  'control.loads': (asked, { db, clock }) => readLoadGrid(db, asked, clock.today()),
  'control.saveLoads': (input, { db }) => saveLoads(db, input),
};
