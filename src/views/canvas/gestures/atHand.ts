export type Hands = typeof import('./hands');

let hands: Hands | undefined;

/** Fetches what presses and keys come to, as soon as the first picture is there. */
export async function takeInHand(): Promise<Hands> {
  hands = await import('./hands');
  return hands;
}

/** Undefined for the moment that nobody can have pressed anything in yet. */
export const atHand = (): Hands | undefined => hands;
