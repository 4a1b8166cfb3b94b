import { OfficeError } from '../contract/errors.ts';
import type { Operation } from '../contract/operation.ts';
import type { Clock } from '../ports/clock.ts';
import { createMemoryVault } from './memory-vault.ts';
import type { Vault, VaultLock, VaultState } from '../ports/vault.ts';

/** How often an idle program is looked at, so that the key does not wait for the next call. */
const checkEveryMs = 10_000;

export interface Access {
  readonly vault: Vault;
  readonly lock: VaultLock;
  /**
   * Lets a call in: refuses it while locked, counts it as running until `leave`, and as the user's
   * action unless it is a background one.
   * @throws OfficeError `locked`
   */
  enter(operation: Pick<Operation, 'whileLocked' | 'background'>): void;
  leave(operation: Pick<Operation, 'background'>): void;
  /** For what is not an operation: files by ticket. @throws OfficeError `locked` */
  require(): void;
  /** Forgets the key for good. */
  close(): void;
}

export interface AccessSettings {
  readonly hasPassword: boolean;
  readonly idleMinutes: number;
  /** As `VaultLock` has it. */
  readonly passwordCost: number;
}

const locked = (): OfficeError =>
  new OfficeError('locked', 'Программа заблокирована. Введите пароль.');

/** Time since the user's last action, by the clock. */
const createIdleness = (clock: Clock, initialMinutes: number) => {
  let minutes = initialMinutes;
  let last = clock.now();
  return {
    touch: () => void (last = clock.now()),
    set: (next: number) => void (minutes = next),
    isOver(): boolean {
      const now = clock.now();
      // A clock set back must not keep the program open for longer.
      if (now < last) last = now;
      return now - last >= minutes * 60_000;
    },
  };
};

/** The gate before every call: the vault's key, the lock and the automatic lock in one place. */
export const createAccess = (
  clock: Clock,
  initial: AccessSettings,
  /** Runs when the key has been zeroed. */
  onLocked: () => void,
): Access => {
  const vault = createMemoryVault(initial.hasPassword ? 'locked' : 'not-set');
  const idleness = createIdleness(clock, initial.idleMinutes);
  let running = 0;
  let isLocking = false;

  const state = (): VaultState => (isLocking ? 'locked' : vault.state());
  const finish = (): void => {
    if (!isLocking || running > 0) return;
    vault.close();
    isLocking = false;
    onLocked();
  };
  const lock = (): void => {
    if (vault.state() !== 'open') return;
    isLocking = true;
    finish();
  };
  /** A running job is the user's action too: idleness begins when it has ended. */
  const lockIfIdle = (): void => {
    if (running === 0 && idleness.isOver()) lock();
  };
  const timer = setInterval(lockIfIdle, checkEveryMs);
  timer.unref();

  return {
    vault,
    lock: {
      passwordCost: initial.passwordCost,
      state,
      open(dataKey) {
        isLocking = false;
        vault.open(dataKey);
        idleness.touch();
      },
      lock,
      setIdle: idleness.set,
    },
    enter({ whileLocked, background }) {
      lockIfIdle();
      if (state() === 'locked' && !whileLocked) throw locked();
      running += 1;
      if (!background) idleness.touch();
    },
    leave({ background }) {
      running -= 1;
      if (!background) idleness.touch();
      finish();
    },
    require() {
      lockIfIdle();
      if (state() === 'locked') throw locked();
    },
    close() {
      clearInterval(timer);
      vault.close();
    },
  };
};
