import { expectTypeOf, test } from 'vitest';
import type { InputDraft } from '../../src-renderer/ui/form/index.ts';
import type { IsDraftOf } from '../../src-renderer/ui/form/input-draft.ts';

/** Held by `npm run types`: what a form sends as it is must be the input of its command. */

interface Close {
  id: number;
  to: string | null;
}

test('values that may be sent as they are have the fields of the input and no others', () => {
  expectTypeOf<IsDraftOf<'absences.close', Close>>().toEqualTypeOf<true>();
  expectTypeOf<IsDraftOf<'absences.close', { id: number }>>().toEqualTypeOf<false>();
  expectTypeOf<IsDraftOf<'absences.close', { id: number; to: Date }>>().toEqualTypeOf<false>();
  expectTypeOf<IsDraftOf<'absences.close', Close & { extra: 1 }>>().toEqualTypeOf<false>();
});

test('a field may still be empty, and the form adds the version itself', () => {
  expectTypeOf<InputDraft<'absences.close'>>().toEqualTypeOf<{
    readonly id: number | null;
    readonly to: string | null;
  }>();
});
