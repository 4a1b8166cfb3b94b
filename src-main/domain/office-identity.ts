/** What tells one office's database from another's. */
export interface OfficeIdentity {
  /** Made once, when the database was created; a database from before 0.2.0 has none. */
  readonly id: string | null;
  /** Short name of the school, null before its requisites are typed. */
  readonly name: string | null;
  readonly code: string | null;
  /** Whether anything was ever saved in it. */
  readonly hasWork: boolean;
}

/**
 * Whether a copy would put another office in the place of the present one. A present base in which
 * nothing was saved has nothing to be mistaken for: a copy is brought to a new computer so.
 */
export const isOtherOffice = (present: OfficeIdentity, copy: OfficeIdentity): boolean => {
  if (!present.hasWork) return false;
  if (present.id !== null && copy.id !== null) return present.id !== copy.id;
  if (present.name === null || copy.name === null) return false;
  const codesDiffer = present.code !== null && copy.code !== null && present.code !== copy.code;
  return present.name !== copy.name || codesDiffer;
};

/** «МБОУ «СОШ № 1» (код 1234)» for a question about two bases. */
export const officeTitle = ({ name, code }: OfficeIdentity): string =>
  name === null ? 'школа без названия' : code === null ? name : `${name} (код ${code})`;
