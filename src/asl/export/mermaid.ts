import type { Graph, GraphNode, NodeId, ScopeGraph, StateNode, Transition } from '../graph';
import type { ScopePath } from '../syntax';
import { mermaidText } from './mermaidText';
import { PALETTES, STATUS_TOKENS } from './picture/palette';
import type { PictureRun, PictureStatus } from './picture/picture.types';

export interface MermaidOptions {
  readonly direction: 'down' | 'right';
  readonly run?: PictureRun;
}

/** The workflow as a Mermaid flowchart: Parallel and Map as subgraphs, rules and catchers as words on their lines. */
export function mermaid(graph: Graph, options: MermaidOptions): string {
  return new MermaidWriter(graph, options).write();
}

class MermaidWriter {
  private readonly lines: string[] = [];
  private readonly ids = new Map<NodeId, string>();
  private readonly scopes: ReadonlyMap<ScopePath, ScopeGraph>;
  /** In the order they are written, by which Mermaid numbers them. */
  private readonly edges: Transition[] = [];
  /** Ids of the branches of Parallels. */
  private readonly branches: string[] = [];
  private readonly direction: 'TB' | 'LR';

  constructor(
    private readonly graph: Graph,
    private readonly options: MermaidOptions,
  ) {
    this.scopes = new Map(graph.scopes.map((scope) => [scope.path, scope]));
    this.direction = options.direction === 'down' ? 'TB' : 'LR';
    for (const { nodes } of graph.scopes) {
      for (const { id } of nodes) this.ids.set(id, `n${this.ids.size + 1}`);
    }
  }

  write(): string {
    this.lines.push(`flowchart ${this.direction}`);
    const [machine] = this.graph.scopes;
    if (machine) this.writeScope(machine, '  ');
    this.writeClasses();
    return `${this.lines.join('\n')}\n`;
  }

  private writeScope(scope: ScopeGraph, indent: string): void {
    for (const node of scope.nodes) this.writeNode(node, indent);
    for (const transition of scope.transitions) {
      this.edges.push(transition);
      const { from, to } = transition;
      this.lines.push(`${indent}${this.id(from)} ${arrow(transition)} ${this.id(to)}`);
    }
  }

  private writeNode(node: GraphNode, indent: string): void {
    const id = this.id(node.id);
    switch (node.kind) {
      case 'start':
        this.lines.push(node.scope === '' ? `${indent}${id}(("Start"))` : `${indent}${id}((" "))`);
        return;
      case 'end':
        this.lines.push(node.scope === '' ? `${indent}${id}((("End")))` : `${indent}${id}(((" ")))`);
        return;
      case 'missing':
        this.lines.push(`${indent}${id}["${mermaidText(`No state named “${node.name}”`)}"]`);
        return;
      case 'state':
        if (node.children.length > 0) this.writeContainer(node, indent);
        else this.lines.push(`${indent}${id}${shaped(node)}`);
    }
  }

  private writeContainer(node: StateNode, indent: string): void {
    const id = this.id(node.id);
    const inner = `${indent}  `;
    this.lines.push(
      `${indent}subgraph ${id}["${label(node, ' · ')}"]`,
      `${inner}direction ${this.direction}`,
    );
    const scopes = node.children.flatMap((path) => this.scopes.get(path) ?? []);
    scopes.forEach((scope, index) => {
      if (node.type === 'Map') {
        this.writeScope(scope, inner);
        return;
      }
      const branch = `${id}b${index + 1}`;
      this.branches.push(branch);
      this.lines.push(`${inner}subgraph ${branch}["Branch ${index + 1}"]`);
      this.lines.push(`${inner}  direction ${this.direction}`);
      this.writeScope(scope, `${inner}  `);
      this.lines.push(`${inner}end`);
    });
    this.lines.push(`${indent}end`);
  }

  private writeClasses(): void {
    const nodes = this.graph.scopes.flatMap((scope) => scope.nodes);
    const ids = (which: (node: GraphNode) => boolean) => nodes.filter(which).map(({ id }) => this.id(id));
    const terminal = style(COLOURS['pseudo-surface'], COLOURS['pseudo-text'], COLOURS['pseudo-text']);
    const missing = style(COLOURS['error-surface'], COLOURS['error-text'], COLOURS['error-text']);
    this.writeClass(
      'terminal',
      terminal,
      ids(({ kind, scope }) => (kind === 'start' || kind === 'end') && scope === ''),
    );
    this.writeClass(
      'missing',
      `${missing},stroke-dasharray:4 3`,
      ids(({ kind }) => kind === 'missing'),
    );
    this.writeClass('branch', `fill:transparent,stroke:${COLOURS['container-border']},stroke-dasharray:3 3`, [
      ...ids((node) => isContainer(node) && this.statusOf(node) === undefined),
      ...this.branches,
    ]);
    this.writeRun(ids);
  }

  /** Colours of what was run. A container is coloured at its border only: Mermaid draws what is inside upon it. */
  private writeRun(ids: (which: (node: GraphNode) => boolean) => readonly string[]): void {
    const { run } = this.options;
    if (!run) return;
    for (const [status, name] of CLASSES) {
      const line = COLOURS[STATUS_TOKENS[status].line];
      const has = (node: GraphNode) => this.statusOf(node) === status;
      const filled = style(COLOURS[STATUS_TOKENS[status].surface], line, COLOURS.text);
      this.writeClass(
        name,
        `${filled},stroke-width:2px`,
        ids((node) => has(node) && !isContainer(node)),
      );
      this.writeClass(
        `${name}Frame`,
        `fill:transparent,stroke:${line},stroke-width:2px`,
        ids((node) => has(node) && isContainer(node)),
      );
    }
    const taken = this.edges.flatMap(({ id }, index) => ((run.taken.get(id) ?? 0) > 0 ? [index] : []));
    if (taken.length > 0)
      this.lines.push(`  linkStyle ${taken.join(',')} stroke:${COLOURS['edge-taken']},stroke-width:2px`);
  }

  private statusOf({ id }: GraphNode): PictureStatus | undefined {
    return this.options.run?.states.get(id)?.status;
  }

  private writeClass(name: string, looks: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.lines.push(`  classDef ${name} ${looks}`, `  class ${ids.join(',')} ${name}`);
  }

  private id(node: NodeId): string {
    return this.ids.get(node) ?? 'n0';
  }
}

/** A status and the name of its class. */
const CLASSES: readonly (readonly [PictureStatus, string])[] = [
  ['inProgress', 'running'],
  ['waiting', 'waiting'],
  ['retrying', 'retrying'],
  ['succeeded', 'succeeded'],
  ['caught', 'caught'],
  ['failed', 'failed'],
  ['aborted', 'aborted'],
];

function arrow({ kind, label: text }: Transition): string {
  const words = kind.type === 'choice' ? `#${kind.rule + 1} ${text}`.trim() : text;
  const line = kind.type === 'catch' ? '-.->' : '-->';
  return words === '' ? line : `${line}|"${mermaidText(words)}"|`;
}

/** A container's title has one line. */
const label = ({ name, summary }: StateNode, between: '<br/>' | ' · '): string =>
  mermaidText(name) + (summary === '' ? '' : `${between}${mermaidText(summary)}`);

const isContainer = (node: GraphNode): boolean => node.kind === 'state' && node.children.length > 0;

/** Surface and letters are both given, so they can be read on a page of any colour. */
const COLOURS = PALETTES.light;
const style = (fill: string, stroke: string, color: string): string =>
  `fill:${fill},stroke:${stroke},color:${color}`;

/** Each type has a shape that says what it does. */
function shaped(node: StateNode): string {
  const words = `"${label(node, '<br/>')}"`;
  switch (node.type) {
    case 'Choice':
      return `{${words}}`;
    case 'Pass':
    case 'Wait':
      return `(${words})`;
    case 'Succeed':
    case 'Fail':
      return `([${words}])`;
    default:
      return `[${words}]`;
  }
}
