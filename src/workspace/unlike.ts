/** A name that none of the others has: with a number behind it, if need be. */
export function unlike(taken: readonly string[], name: string): string {
  let number = 1;
  let free = name;
  while (taken.includes(free)) free = `${name} ${++number}`;
  return free;
}
