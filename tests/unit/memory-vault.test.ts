import { expect, test } from 'vitest';
import { createMemoryVault } from '../../src-main/app/memory-vault.ts';

const key = (): Uint8Array => new Uint8Array(32).fill(7);
const opened = () => {
  const vault = createMemoryVault('locked');
  vault.open(key());
  return vault;
};

test('what is sealed opens again, twice sealed looks different', () => {
  const vault = opened();
  for (const text of ['', 'Пароль-1', 'ё'.repeat(10_000)]) {
    const sealed = vault.seal(text, 'credential/12');
    expect(vault.unseal(sealed, 'credential/12')).toBe(text);
    expect(Buffer.compare(vault.seal(text, 'credential/12'), sealed)).not.toBe(0);
  }
});

test('a value moved to another row, changed or cut does not open', () => {
  const vault = opened();
  const sealed = vault.seal('секрет', 'credential/12');
  const damaged = expect.objectContaining({ code: 'vault-damaged' });
  expect(() => vault.unseal(sealed, 'credential/13')).toThrow(damaged);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.unseal(changed, 'credential/12')).toThrow(damaged);
    expect(() => vault.unseal(sealed.slice(0, at), 'credential/12')).toThrow(damaged);
  }
  const other = createMemoryVault('locked');
  other.open(new Uint8Array(32).fill(8));
  expect(() => other.unseal(sealed, 'credential/12')).toThrow(damaged);
});

test('closing zeroes the key; opening anew zeroes the former one', () => {
  const vault = createMemoryVault('locked');
  const first = key();
  const second = key();
  vault.open(first);
  vault.open(second);
  expect(first.every((byte) => byte === 0)).toBe(true);
  expect(vault.state()).toBe('open');
  vault.close();
  expect(second.every((byte) => byte === 0)).toBe(true);
  expect(vault.state()).toBe('locked');
});

test('without a key it refuses, and says whether a password exists', () => {
  const sealed = opened().seal('секрет', 'x');
  const fresh = createMemoryVault('not-set');
  expect(() => fresh.seal('секрет', 'x')).toThrow(
    expect.objectContaining({ code: 'vault-not-set' }),
  );
  expect(() => fresh.unseal(sealed, 'x')).toThrow(
    expect.objectContaining({ code: 'vault-locked' }),
  );
  const locked = createMemoryVault('locked');
  expect(() => locked.seal('секрет', 'x')).toThrow(
    expect.objectContaining({ code: 'vault-locked' }),
  );
  expect(() => locked.unseal(sealed, 'x')).toThrow(
    expect.objectContaining({ code: 'vault-locked' }),
  );
});
