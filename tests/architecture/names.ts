/** The rooms of a feature bear its name wherever they stand. */

/** Features with screens, in the office's words. */
export const features = [
  'absences',
  'appeals',
  'audit',
  'calendar',
  'control',
  'credentials',
  'home',
  'journal',
  'lock',
  'marks',
  'passports',
  'people',
  'resources',
  'settings',
  'sheets',
  'statements',
  'summary',
] as const;

/** What many features use on both sides; the screens have them in their kit. */
export const engines = { imports: 'ui/imports', lists: 'ui/lists', printing: 'printing' } as const;

/** Files of the contract and of the words that belong to no feature. */
const general = {
  'src-main/contract/': [
    'errors',
    'fields',
    'host',
    'loss-notice',
    'operation',
    'operations',
    'table-fields',
  ],
  'src-renderer/strings/': ['accusative', 'common', 'shell'],
} as const;

const isOf = (file: string, name: string): boolean => file === name || file.startsWith(`${name}-`);

/** Rooms that a feature or an engine lacks, and files that bear no one's name. */
export const nameBreaches = (paths: readonly string[]): readonly string[] => {
  const rooms = (folder: string): ReadonlySet<string> =>
    new Set(
      paths
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length).split('/'))
        .flatMap(([room, ...rest]) => (room !== undefined && rest.length > 0 ? [room] : [])),
    );
  const files = (folder: string): readonly string[] =>
    paths
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length).replace(/\.tsx?$/u, ''));
  const names: readonly string[] = [...features, ...Object.keys(engines)];
  const strange = (folder: string, allowed: readonly string[]): readonly string[] =>
    [...rooms(folder)]
      .filter((room) => !allowed.includes(room))
      .map((room) => `${folder}${room}: no feature is called so`);
  const missing = (folder: string, wanted: readonly string[]): readonly string[] =>
    wanted
      .filter((name) => !paths.some((path) => path.startsWith(`${folder}${name}/`)))
      .map((name) => `${folder}${name}: is missing`);
  return [
    ...strange('src-main/features/', names),
    ...missing('src-main/features/', names),
    ...strange('src-renderer/features/', features),
    ...missing('src-renderer/features/', features),
    ...missing('src-renderer/', Object.values(engines)),
    ...Object.entries(general).flatMap(([folder, others]) =>
      files(folder)
        .filter(
          (file) =>
            !names.some((name) => isOf(file, name)) && !others.some((name) => name === file),
        )
        .map((file) => `${folder}${file}: bears no feature's name`),
    ),
  ];
};
