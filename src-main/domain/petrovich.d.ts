/** The part of petrovich 0.2.1 that is used; the package ships no types. */
declare module 'petrovich' {
  interface Person {
    readonly first?: string;
    readonly middle?: string;
    readonly last?: string;
    readonly gender: 'male' | 'female' | 'androgynous';
  }
  type Case =
    | 'nominative'
    | 'genitive'
    | 'dative'
    | 'accusative'
    | 'instrumental'
    | 'prepositional';
  const petrovich: (
    person: Person,
    nameCase: Case,
  ) => { readonly first?: string; readonly middle?: string; readonly last?: string };
  export default petrovich;
}
