import type { ExampleSetup, Workspace } from '../../workspace';

/** A workflow that is shown to work: its definition, and what takes a run of it through its parts. */
export interface Example extends Omit<ExampleSetup, 'type'> {
  readonly text: string;
}

/** An example as the gallery shows it before it is loaded. */
export interface Card {
  /** What the document is called, and the state machine in its mocks. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly type: ExampleSetup['type'];
  readonly language: 'JSONPath' | 'JSONata';
  /** What a run shows: an example's test proves each. */
  readonly shows: readonly string[];
  load(): Promise<{ readonly default: Example }>;
}

/** Opens an example in place of the document; one Undo brings everything back. */
export async function openExample(workspace: Workspace, { id, type, load }: Card): Promise<void> {
  const { text, input, services } = (await load()).default;
  workspace.openText(text, { kind: 'example', name: id, setup: { input, type, services } });
}
