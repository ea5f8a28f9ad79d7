/** A copy that is under way: who pastes right behind it means this, not what the clipboard had before. */
export interface Copying {
  /** @returns whether there was a text, which has been put where it goes */
  begin(copied: Promise<string | undefined>, put: (text: string) => Promise<void>): Promise<boolean>;
  /** The text of the copy under way, once it is there. */
  text(): Promise<string | undefined>;
}

export function createCopying(): Copying {
  let underWay: Promise<string | undefined> | undefined;
  return {
    async begin(copied, put) {
      underWay = copied;
      try {
        const text = await copied;
        if (text !== undefined) await put(text);
        return text !== undefined;
      } finally {
        if (underWay === copied) underWay = undefined;
      }
    },
    text: () => underWay?.catch(() => undefined) ?? Promise.resolve(undefined),
  };
}
