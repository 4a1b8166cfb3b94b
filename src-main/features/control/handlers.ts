import { absenceWords } from '../../domain/absence-count.ts';
import type { FeatureHandlers } from '../context.ts';
import { absencesInScope } from './absences.ts';
import { scopeOf } from './scope.ts';
import { figuresOf, groupRows, groupsOf, partsInScope } from './figures.ts';
import { readPairs } from './pairs.ts';
import { heatMap } from './heat.ts';
import { lessonPage } from './lessons-list.ts';
import { readLoadGrid, saveLoads } from './loads.ts';
import { markPage } from './marks-list.ts';
import { namesOf } from './names.ts';
import { readChoices } from './choices.ts';
import { emptyWeekPage, groupPage, volumePage } from './pair-lists.ts';
import { controlStatement } from './statement.ts';

export const controlHandlers: FeatureHandlers<'control'> = {
  async 'control.overview'({ by, ...asked }, { db, clock }) {
    const scope = scopeOf(asked, clock.today());
    const named = await readPairs(db, scope);
    return {
      ...scope.passed,
      total: figuresOf(partsInScope(named.pairs, scope)),
      groups: groupRows(groupsOf(named, by, scope)),
    };
  },

  async 'control.absences'(asked, { db, clock }) {
    const scope = scopeOf(asked, clock.today());
    const absences = await absencesInScope(db, scope, await namesOf(db, scope.period));
    return { absences, text: absenceWords(absences) };
  },

  async 'control.listGroups'(question, { db, clock }) {
    const { by = 'teacher', ...asked } = question.filters;
    const scope = scopeOf(asked, clock.today());
    return groupPage(groupRows(groupsOf(await readPairs(db, scope), by, scope)), question);
  },

  'control.listLateMarks': (question, { db, clock }) => markPage(db, question, clock.today()),
  'control.listLessons': (question, { db, clock }) => lessonPage(db, question, clock.today()),

  async 'control.listEmptyWeeks'(question, { db, clock }) {
    const scope = scopeOf(question.filters, clock.today());
    const { pairs, names } = await readPairs(db, scope);
    return emptyWeekPage(partsInScope(pairs, scope), names, question);
  },

  async 'control.listVolume'(question, { db, clock }) {
    const scope = scopeOf(question.filters, clock.today());
    const { pairs, names } = await readPairs(db, scope);
    return volumePage(partsInScope(pairs, scope), names, question);
  },

  async 'control.heatMap'({ by, measure, ...asked }, { db, clock }) {
    const scope = scopeOf(asked, clock.today());
    return heatMap(groupsOf(await readPairs(db, scope), by, scope), measure);
  },

  'control.choices': (asked, { db, clock }) => readChoices(db, scopeOf(asked, clock.today())),
  'control.statement': (input, context) => controlStatement(input, context),
  'control.loads': (asked, { db, clock }) => readLoadGrid(db, asked, clock.today()),
  'control.saveLoads': (input, { db }) => saveLoads(db, input),
};
