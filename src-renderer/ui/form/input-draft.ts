import type { OperationInput, OperationName } from '../../../src-main/contract/operations.ts';

/** Any field may still be empty (null): the schema refuses it as «fill the field». */
type Draft<T> = T extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Draft<T[K]> | null }
    : T;

/** `Omit` that keeps the members of a union apart. */
type Without<T, K extends string> = T extends object ? Omit<T, K> : never;

/** The input of a command while its form is filled; the form adds the version that was read. */
export type InputDraft<N extends OperationName> = Draft<Without<OperationInput<N>, 'version'>>;

type KeyOf<T> = T extends object ? keyof T : never;

/** Fields the command does not know may not be sent: it would refuse them. */
export type NoOthers<N extends OperationName, R> = {
  readonly [K in Exclude<keyof R, KeyOf<InputDraft<N>>>]: never;
};

/** Whether values can be sent as they are: each of its type, and none the command does not know. */
export type IsDraftOf<N extends OperationName, V extends object> = [V] extends [InputDraft<N>]
  ? [Exclude<keyof V, KeyOf<InputDraft<N>>>] extends [never]
    ? true
    : false
  : false;
