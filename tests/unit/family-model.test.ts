import { describe, expect, test } from 'vitest';
import { addDays } from '../../src-main/domain/dates.ts';
import { childAccess, serviceModeHistory } from '../../src-main/domain/service-mode.ts';
import { replayStatements, standingOn } from '../../src-main/domain/statement-chain.ts';
import type { Statement, StatementKind } from '../../src-main/domain/statements.ts';

/**
 * A second, plain model of a family's statements, written apart from the domain: every chain up to
 * four papers of two parents and the student must come out the same (S2 §7; domain.md §5).
 *
 * Papers, one a week: Ra Ia Aa of the first parent, Rb Ib Ab of the second (refusal, impossibility,
 * annulment), C the student's consent, k the same withdrawn three days later, Pa Pb permissions of
 * the adult student, p a permission of the first parent withdrawn likewise, Ro Io Ao of himself.
 */
const PAPERS = 'Ra Ia Aa Rb Ib Ab C k Pa Pb p Ro Io Ao'.split(' ');
const KIND: Readonly<Record<string, StatementKind>> = {
  R: 'refusal',
  I: 'impossibility',
  A: 'annulment',
  C: 'consent-14',
  k: 'consent-14',
  P: 'permission-18',
  p: 'permission-18',
};
const A = 1;
const B = 2;
const START = '2026-02-22';
const dayOf = (step: number): string => addDays(START, step * 7);

const guardianOf = (paper: string): number | null => {
  if (paper.endsWith('o')) return null;
  return paper.endsWith('b') ? B : A;
};

const statementOf = (paper: string, step: number): Statement => ({
  id: step + 1,
  kind: KIND[paper.charAt(0)] ?? 'refusal',
  guardianId: guardianOf(paper),
  date: dayOf(step),
  registeredOn: dayOf(step),
  inForceFrom: dayOf(step),
  withdrawnOn: paper === 'k' || paper === 'p' ? addDays(dayOf(step), 3) : null,
  passportShown: true,
  outlastsMajority: false,
});

type Word = 'E' | 'I' | 'R';
interface Seen {
  readonly a: string;
  readonly b: string;
  readonly student: string;
  readonly access: string;
}

const parentWord: Readonly<Record<Word, string>> = {
  E: 'electronic',
  I: 'paper-impossibility',
  R: 'paper-refusal',
};

/** The model: who says what, week by week. `fourteen` and `eighteen` are steps, from which it holds. */
class Model {
  a: Word = 'E';
  b: Word = 'E';
  own: Word = 'E';
  mayA = false;
  mayB = false;
  /** Refusals that the consent leans on; empty = no consent. */
  leans: string[] = [];
  consented = false;
  adult = false;
  readonly refused: number[] = [];

  comeOfAge(): void {
    if (this.adult) return;
    this.adult = true;
    this.a = 'E';
    this.b = 'E';
    this.consented = false;
    this.leans = [];
  }

  drop(parent: 'a' | 'b'): void {
    this.leans = this.leans.filter((one) => one !== parent);
    if (this.leans.length === 0) this.consented = false;
  }

  say(who: 'a' | 'b' | 'own', what: string): boolean {
    if (who === 'own' ? !this.adult : this.adult && !(who === 'a' ? this.mayA : this.mayB))
      return false;
    const now = this[who];
    if (what === 'A' ? now !== 'R' : now === 'R' || (what === 'I' && now === 'I')) return false;
    this[who] = what === 'A' ? 'E' : (what as Word);
    if (what === 'A' && who !== 'own') this.drop(who);
    return true;
  }

  consent(old: boolean): boolean {
    const against = (['a', 'b'] as const).filter((who) => this[who] === 'R');
    if (!old || this.adult || this.consented || against.length === 0) return false;
    this.consented = true;
    this.leans = [...against];
    return true;
  }

  permit(who: 'a' | 'b'): boolean {
    const key = who === 'a' ? 'mayA' : 'mayB';
    if (!this.adult || this[key]) return false;
    this[key] = true;
    return true;
  }

  take(paper: string, old: boolean): boolean {
    const [what = '', whom = 'a'] = paper;
    if (what === 'C' || what === 'k') return this.consent(old);
    if (what === 'P' || what === 'p') return this.permit(whom === 'b' ? 'b' : 'a');
    return this.say(whom === 'o' ? 'own' : whom === 'b' ? 'b' : 'a', what);
  }

  parent(who: 'a' | 'b'): string {
    const may = who === 'a' ? this.mayA : this.mayB;
    return this.adult && !may ? 'student-of-age' : parentWord[this[who]];
  }

  seen(): Seen {
    const said = [this.a, this.b];
    const strictest = said.includes('R') ? 'R' : said.includes('I') ? 'I' : 'E';
    const minor = this.consented ? 'own-consent' : parentWord[strictest];
    const refusals = said.filter((one) => one === 'R').length;
    const minorAccess = ['open', 'disputed', 'refused'][refusals] ?? '?';
    return {
      a: this.parent('a'),
      b: this.parent('b'),
      student: this.adult ? parentWord[this.own] : minor,
      access: this.adult || this.consented ? 'own' : minorAccess,
    };
  }
}

const model = (chain: readonly string[], fourteen: number, eighteen: number) => {
  const family = new Model();
  const seen: Seen[] = [];
  chain.forEach((paper, step) => {
    if (step >= eighteen) family.comeOfAge();
    const taken = family.take(paper, step >= fourteen);
    if (!taken) family.refused.push(step + 1);
    // Three days later, before the week is looked at.
    if (taken && paper === 'k') family.drop('a');
    if (taken && paper === 'k') {
      family.consented = false;
      family.leans = [];
    }
    if (taken && paper === 'p') {
      family.mayA = false;
      family.a = 'E';
    }
    seen.push(family.seen());
  });
  return { seen, refused: family.refused };
};

const domain = (chain: readonly string[], birthDate: string) => {
  const papers = chain.map(statementOf);
  const applicant = { birthDate, carers: [] };
  const replay = replayStatements(papers, applicant);
  const history = serviceModeHistory(papers, applicant);
  const seen = chain.map((_, step): Seen => {
    const on = addDays(dayOf(step), 6);
    const modes = history.findLast(({ from }) => from === null || from <= on)?.modes;
    if (!modes) throw new Error('no period before the first paper');
    return {
      a: modes.parent(A).mode,
      b: modes.parent(B).mode,
      student: modes.student.mode,
      access: childAccess(standingOn(replay, on), applicant, [A, B], on),
    };
  });
  return { seen, refused: replay.impossible.map(({ statement }) => statement.id) };
};

const chainsOf = (length: number): readonly (readonly string[])[] =>
  length === 0
    ? [[]]
    : chainsOf(length - 1).flatMap((chain) => PAPERS.map((paper) => [...chain, paper]));
const CHAINS = [1, 2, 3, 4].flatMap(chainsOf);

const mismatches = (birthDate: string, fourteen: number, eighteen: number): readonly string[] => {
  const found: string[] = [];
  for (const chain of CHAINS) {
    const right = JSON.stringify(model(chain, fourteen, eighteen));
    const got = JSON.stringify(domain(chain, birthDate));
    if (got !== right && found.length < 5) found.push(`${chain.join(' ')}: ${got}; want ${right}`);
  }
  return found;
};

const never = 9;
/** Whole years at the first paper, and the step on whose day a birthday falls. */
const bornOn = (day: string, year: number): string => `${year}${day.slice(4)}`;

describe('every chain up to four papers of two parents and the student', () => {
  test('all chains are there', () => {
    expect(CHAINS).toHaveLength(14 + 14 ** 2 + 14 ** 3 + 14 ** 4);
  });
  test.each([
    ['13 all the time', '2012-09-01', never, never],
    ['14 on the day of the second paper', bornOn(dayOf(1), 2012), 1, never],
    ['14', '2011-09-01', 0, never],
    ['15', '2010-09-01', 0, never],
    ['16', '2009-09-01', 0, never],
    ['17', '2008-09-01', 0, never],
    ['18 on the day of the second paper, born on 29 February', '2008-02-29', 0, 1],
    ['18 on the day of the third paper', bornOn(dayOf(2), 2008), 0, 2],
    ['18', '2007-09-01', 0, 0],
  ])('%s', (_, birthDate, fourteen, eighteen) => {
    expect(mismatches(birthDate, fourteen, eighteen)).toEqual([]);
  });
});

describe('the model catches a wrong rule', () => {
  test('a birthday one day off is seen', () => {
    expect(mismatches(addDays(bornOn(dayOf(2), 2008), 1), 0, 2).length).toBeGreaterThan(0);
  });
});
