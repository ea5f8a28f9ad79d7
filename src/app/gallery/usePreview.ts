import { useEffect, useState } from 'react';
import { type Preview, useWorkspaceActions, type Workspace } from '../../workspace';
import type { Card } from './example';

/** By the card's id: an example does not change, so that each is drawn once. */
const drawn = new Map<string, Promise<Preview | undefined>>();

/** A drawing of the example, as soon as it is there. */
export function usePreview(card: Card): Preview | undefined {
  const workspace = useWorkspaceActions();
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    let gone = false;
    const made = drawn.get(card.id) ?? makePreview(workspace, card);
    drawn.set(card.id, made);
    void made.then((value) => {
      if (!gone) setPreview(value);
    });
    return () => {
      gone = true;
    };
  }, [workspace, card]);
  return preview;
}

/** A card without a drawing is a card all the same: what goes wrong here is told when the example is opened. */
async function makePreview(workspace: Workspace, card: Card): Promise<Preview | undefined> {
  try {
    const { text } = (await card.load()).default;
    return await workspace.preview(text);
  } catch {
    drawn.delete(card.id);
    return undefined;
  }
}
