/** Things without names, which are told apart by their place alone. */
export const inOrder = <T>(list: readonly T[]): readonly { readonly place: number; readonly of: T }[] =>
  list.map((of, place) => ({ place, of }));
