import type { Import, Source } from './source.ts';

/** Rooms of the house, most specific first (README, «Rooms»). */
const rooms = [
  ['preload', /^src-main\/hosts\/electron\/preload\.ts$/u],
  ['electron', /^src-main\/hosts\/electron\//u],
  ['http', /^src-main\/hosts\/http\//u],
  ['cli', /^src-main\/hosts\/cli\//u],
  ['hosts-shared', /^src-main\/hosts\/shared\//u],
  ['contract', /^src-main\/contract\//u],
  ['domain', /^src-main\/domain\//u],
  ['ports', /^src-main\/ports\//u],
  ['feature-context', /^src-main\/features\/context\.ts$/u],
  ['features', /^src-main\/features\//u],
  ['database', /^src-main\/database\//u],
  ['documents', /^src-main\/documents\//u],
  ['spreadsheets', /^src-main\/spreadsheets\//u],
  ['app', /^src-main\/app\//u],
  ['package', /^package\.json$/u],
  ['renderer', /^src-renderer\//u],
] as const;
type Room = (typeof rooms)[number][0];

const featureNeeds: readonly Room[] = [
  'contract',
  'domain',
  'ports',
  'database',
  'documents',
  'spreadsheets',
];
const hostNeeds: readonly Room[] = ['app', 'ports', 'contract', 'hosts-shared', 'package'];

/** Which rooms a room may import besides itself. */
const allowed: Readonly<Record<Exclude<Room, 'package'>, readonly Room[]>> = {
  preload: [],
  electron: hostNeeds,
  http: hostNeeds,
  cli: hostNeeds,
  'hosts-shared': hostNeeds,
  contract: [],
  domain: ['contract'],
  ports: ['contract'],
  'feature-context': featureNeeds,
  features: [...featureNeeds, 'feature-context'],
  database: ['contract', 'domain', 'ports'],
  documents: ['contract', 'domain'],
  spreadsheets: ['contract', 'domain'],
  app: [...featureNeeds, 'feature-context', 'features'],
  renderer: ['contract', 'domain'],
};

const roomOf = (path: string): Room | null =>
  rooms.find(([, pattern]) => pattern.test(path))?.[0] ?? null;

const featureOf = (path: string): string | null =>
  /^src-main\/features\/(?<name>[^/]+)\//u.exec(path)?.groups?.['name'] ?? null;

/** Domain and ports know the contract by its types; of values, only its errors. */
const isValueOfContract = (room: Room, { target, isTypeOnly }: Import): boolean =>
  (room === 'domain' || room === 'ports') &&
  !isTypeOnly &&
  target.startsWith('src-main/contract/') &&
  target !== 'src-main/contract/errors.ts';

/** The libraries of declension are big and do the core's work: screens know its types only. */
const bringsLibraries = (room: Room, { target, isTypeOnly }: Import): boolean =>
  room === 'renderer' && target === 'src-main/domain/declension.ts' && !isTypeOnly;

const ownBreach = (source: Source, room: Exclude<Room, 'package'>, one: Import): string | null => {
  const target = roomOf(one.target);
  if (target === null) return `imports ${one.target}, which lies in no room`;
  if (isValueOfContract(room, one)) return `imports the value of ${one.target}, not its type`;
  if (bringsLibraries(room, one)) return `imports the value of ${one.target}, not its type`;
  if (target === room) {
    const other = featureOf(one.target);
    const isInside = other === featureOf(source.path) || one.target.endsWith('/index.ts');
    return room !== 'features' || isInside ? null : `imports ${one.target} past its index.ts`;
  }
  return allowed[room].includes(target) ? null : `imports ${one.target}`;
};

const isNode = (target: string): boolean => target.startsWith('node:');

const packageBreach = (room: Room, { target }: Import): string | null => {
  const breach = `imports ${target}`;
  if (target === 'electron' || target.startsWith('electron/'))
    return room === 'electron' || room === 'preload' ? null : breach;
  if (room === 'preload') return breach;
  if (room === 'contract') return target === 'zod' ? null : breach;
  if (room === 'renderer' && isNode(target)) return breach;
  if ((room === 'domain' || room === 'ports') && isNode(target)) return breach;
  return null;
};

/** Breaches of «who may import whom» in one file. */
export const importBreaches = (source: Source): readonly string[] => {
  const room = roomOf(source.path);
  if (room === null || room === 'package') return [`${source.path}: lies in no room`];
  return source.imports
    .map((one) => (one.isOwn ? ownBreach(source, room, one) : packageBreach(room, one)))
    .filter((breach) => breach !== null)
    .map((breach) => `${source.path}: ${breach}`);
};

/** Time is read in hosts and ports only; everything else is given the day. */
const isClock = (used: string): boolean => used === 'Date.now' || used === 'new Date()';

export const globalBreaches = ({ path, globals }: Source): readonly string[] =>
  globals
    .filter(
      (used) =>
        used.startsWith('console.') ||
        (isClock(used) && /^src-main\/(?!hosts\/|ports\/)/u.test(path)),
    )
    .map((used) => `${path}: ${used}`);

/** Visible words live in `strings/`. */
export const textBreaches = ({ path, texts }: Source): readonly string[] =>
  /^src-renderer\/(?!strings\/)/u.test(path)
    ? texts
        .filter((text) => /\p{Script=Cyrillic}/u.test(text))
        .map((text) => `${path}: «${text.trim()}»`)
    : [];

export const maxLines = 260;

export const sizeBreaches = ({ path, lines }: Source): readonly string[] =>
  lines > maxLines ? [`${path}: ${lines} lines`] : [];

/** Features that import one another in a circle, as `a → b → a`. */
export const featureCycles = (sources: readonly Source[]): readonly string[] => {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const from = featureOf(path);
    if (from === null) continue;
    const targets = graph.get(from) ?? new Set<string>();
    graph.set(from, targets);
    for (const { target, isOwn } of imports) {
      const to = isOwn ? featureOf(target) : null;
      if (to !== null && to !== from) targets.add(to);
    }
  }
  const cycles = new Set<string>();
  const walk = (trail: readonly string[]): void => {
    for (const next of graph.get(trail.at(-1) ?? '') ?? []) {
      if (next === trail[0] && trail.every((name) => name >= next))
        cycles.add([...trail, next].join(' → '));
      else if (!trail.includes(next)) walk([...trail, next]);
    }
  };
  for (const name of graph.keys()) walk([name]);
  return [...cycles];
};
