/** The value behind a dotted path, e.g. `terms.0.endsOn`. */
export type PathValue<V, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? V extends readonly (infer Item)[]
    ? PathValue<Item, Rest>
    : Head extends keyof V
      ? PathValue<V[Head], Rest>
      : never
  : V extends readonly (infer Item)[]
    ? Item
    : P extends keyof V
      ? V[P]
      : never;

type Leaf = string | number | boolean | null | undefined;

/** Dotted paths of a form's values; items of lists by number. */
export type FieldPath<V> = V extends Leaf
  ? never
  : V extends readonly (infer Item)[]
    ? `${number}` | `${number}.${FieldPath<Item>}`
    : { [K in keyof V & string]: K | `${K}.${FieldPath<NonNullable<V[K]>>}` }[keyof V & string];
