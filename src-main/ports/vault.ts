/** `not-set`: no password yet, nothing can be sealed; `locked`: the key is not in memory. */
export type VaultState = 'not-set' | 'locked' | 'open';

/**
 * Seals what must not be readable at rest: electronic diary passwords, passports of class 11.
 * Sealed values live in columns whose name starts with `sealed` (BLOB, nullable): the audit never
 * copies them, and undoing a command does not bring them back.
 */
export interface Vault {
  state(): VaultState;
  /**
   * AES-256-GCM with a fresh nonce. `context` is the additional data, e.g. `credential/12`: a
   * value moved to another row does not open.
   * @throws OfficeError `vault-not-set`, `vault-locked`
   */
  seal(plain: string, context: string): Uint8Array;
  /** @throws OfficeError `vault-locked`, `vault-damaged` */
  unseal(sealed: Uint8Array, context: string): string;
}

/** The lock of the whole program; only the feature `users` turns it. */
export interface VaultLock {
  /** Binary logarithm of scrypt's N for a password that is set now. */
  readonly passwordCost: number;
  /** What a new call meets: `locked` as soon as the lock was asked for. */
  state(): VaultState;
  /** Takes the data key (32 bytes) into memory; it now belongs to the lock and is zeroed by it. */
  open(dataKey: Uint8Array): void;
  /** Refuses new calls at once; the key is zeroed when the running operations have ended. */
  lock(): void;
  /** Minutes without a user's action after which the program locks itself. */
  setIdle(minutes: number): void;
}
