import type { Migration } from './index.ts';

/**
 * Credentials of the electronic diary (S2 §4, domain.md §5). Secrets stand apart: every new one is
 * a row of its own, so a command that brings it can be taken back, and the newest row counts.
 */
export const credentialTables: Migration = {
  name: '0005-credentials',
  statements: [
    // issued_on, signed, receiver: the standing issue. revision: any later change keeps an earlier
    // command from being taken back over it.
    `CREATE TABLE credentials (
      id INTEGER PRIMARY KEY,
      owner TEXT NOT NULL CHECK (owner IN ('student', 'guardian')),
      student_id INTEGER REFERENCES students (id),
      guardian_id INTEGER REFERENCES guardians (id),
      kind TEXT NOT NULL CHECK (kind IN ('password', 'invitation', 'esia')),
      login TEXT,
      state TEXT NOT NULL CHECK (state IN ('new', 'issued', 'revoked')),
      received_on TEXT NOT NULL,
      issued_on TEXT,
      signed INTEGER CHECK (signed IN (0, 1)),
      receiver_student_id INTEGER REFERENCES students (id),
      receiver_guardian_id INTEGER REFERENCES guardians (id),
      revision INTEGER NOT NULL DEFAULT 1,
      CHECK ((owner = 'student') = (student_id IS NOT NULL)),
      CHECK ((owner = 'guardian') = (guardian_id IS NOT NULL)),
      CHECK (kind <> 'password' OR login IS NOT NULL),
      CHECK ((state = 'issued') = (issued_on IS NOT NULL))
    ) STRICT`,
    `CREATE INDEX credentials_by_student ON credentials (student_id)`,
    `CREATE INDEX credentials_by_guardian ON credentials (guardian_id)`,
    `CREATE INDEX credentials_by_login ON credentials (login)`,
    `CREATE TABLE credential_students (
      id INTEGER PRIMARY KEY,
      credential_id INTEGER NOT NULL REFERENCES credentials (id),
      student_id INTEGER NOT NULL REFERENCES students (id),
      UNIQUE (credential_id, student_id)
    ) STRICT`,
    `CREATE INDEX credential_students_by_student ON credential_students (student_id)`,
    // A wiped row keeps three sealed bytes of a hash: enough to know the same file again, too few
    // to find the secret.
    `CREATE TABLE credential_secrets (
      id INTEGER PRIMARY KEY,
      credential_id INTEGER NOT NULL REFERENCES credentials (id),
      sealed_secret BLOB,
      sealed_fingerprint BLOB,
      wiped_on TEXT
    ) STRICT`,
    `CREATE INDEX credential_secrets_by_credential ON credential_secrets (credential_id)`,
    `CREATE TABLE credential_events (
      id INTEGER PRIMARY KEY,
      credential_id INTEGER NOT NULL REFERENCES credentials (id),
      kind TEXT NOT NULL
        CHECK (kind IN ('received', 'issued', 'reissued', 'revoked', 'wiped', 'revealed')),
      on_date TEXT NOT NULL,
      receiver_student_id INTEGER REFERENCES students (id),
      receiver_guardian_id INTEGER REFERENCES guardians (id),
      signed INTEGER CHECK (signed IN (0, 1)),
      reason TEXT
    ) STRICT`,
    `CREATE INDEX credential_events_by_credential ON credential_events (credential_id)`,
  ],
};
