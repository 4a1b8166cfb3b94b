import type { CredentialKind } from '../../domain/credentials.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Rejected } from '../people/recognised.ts';
import type { Place } from '../workbook.ts';

export type { Rejected } from '../people/recognised.ts';

export type CredentialRole = 'student' | 'guardian';

/** One row of a credentials file; the owner's name is of the student or of the guardian by `role`. */
export interface RecognisedCredential extends PersonName {
  readonly where: Place;
  readonly role: CredentialRole;
  readonly kind: CredentialKind;
  /** Null for an invitation code without a login and for ЕСИА. */
  readonly login: string | null;
  /** The password or the invitation code; null for ЕСИА. A secret: never logged or shown in lists. */
  readonly secret: string | null;
  /** Normalised: «8А»; the child's class for a guardian. Null when the file has none. */
  readonly className: string | null;
  /** The child's name in a guardian's row; null in a student's. */
  readonly child: PersonName | null;
  /** ISO day; the student's own or the child's. */
  readonly birthDate: string | null;
}

export interface RecognisedCredentials {
  /** Whose credentials most rows hold. */
  readonly role: CredentialRole;
  /** Russian name of what was recognised. */
  readonly title: string;
  readonly rows: readonly RecognisedCredential[];
  /** Rows not taken; their cells never hold a login, a password or a code. */
  readonly rejected: readonly Rejected[];
}

export const CREDENTIAL_TITLES: Readonly<Record<CredentialRole, string>> = {
  student: 'Логины и пароли учеников',
  guardian: 'Логины и пароли родителей',
};
