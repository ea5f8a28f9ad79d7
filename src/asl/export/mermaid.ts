import type { Graph, GraphNode, NodeId, ScopeGraph, StateNode, Transition } from '../graph';
import type { ScopePath } from '../syntax';
import { mermaidText } from './mermaidText';
import { PALETTES, STATUS_TOKENS } from './picture/palette';
import type { PictureRun, PictureStatus, PictureTheme } from './picture/picture.types';

export interface MermaidOptions {
  readonly direction: 'down' | 'right';
  /** Of the colours that are written into it. */
  readonly theme: PictureTheme;
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
    this.lines.push(`${indent}subgraph ${id}["${label(node)}"]`, `${inner}direction ${this.direction}`);
    const scopes = node.children.flatMap((path) => this.scopes.get(path) ?? []);
    scopes.forEach((scope, index) => {
      if (node.type === 'Map') {
        this.writeScope(scope, inner);
        return;
      }
      this.lines.push(`${inner}subgraph ${id}b${index + 1}["Branch ${index + 1}"]`);
      this.lines.push(`${inner}  direction ${this.direction}`);
      this.writeScope(scope, `${inner}  `);
      this.lines.push(`${inner}end`);
    });
    this.lines.push(`${indent}end`);
  }

  private writeClasses(): void {
    const palette = PALETTES[this.options.theme];
    const nodes = this.graph.scopes.flatMap((scope) => scope.nodes);
    const style = (fill: string, stroke: string, more = '') => `fill:${fill},stroke:${stroke}${more}`;
    this.writeClass(
      'terminal',
      style(palette['pseudo-surface'], palette['pseudo-text'], `,color:${palette['pseudo-text']}`),
      nodes.filter(({ kind, scope }) => (kind === 'start' || kind === 'end') && scope === ''),
    );
    this.writeClass(
      'missing',
      style(
        palette['error-surface'],
        palette['error-text'],
        `,color:${palette['error-text']},stroke-dasharray:4 3`,
      ),
      nodes.filter(({ kind }) => kind === 'missing'),
    );
    const { run } = this.options;
    if (!run) return;
    for (const [status, name] of CLASSES) {
      const { line, surface } = STATUS_TOKENS[status];
      this.writeClass(
        name,
        style(palette[surface], palette[line], `,color:${palette.text},stroke-width:2px`),
        nodes.filter(({ id }) => run.states.get(id)?.status === status),
      );
    }
    this.writeLinks(
      `stroke:${palette['edge-taken']},stroke-width:2px`,
      (each) => (run.taken.get(each.id) ?? 0) > 0,
    );
  }

  private writeClass(name: string, style: string, nodes: readonly GraphNode[]): void {
    if (nodes.length === 0) return;
    this.lines.push(`  classDef ${name} ${style}`);
    this.lines.push(`  class ${nodes.map(({ id }) => this.id(id)).join(',')} ${name}`);
  }

  private writeLinks(style: string, which: (transition: Transition) => boolean): void {
    const numbers = this.edges.flatMap((transition, index) => (which(transition) ? [index] : []));
    if (numbers.length > 0) this.lines.push(`  linkStyle ${numbers.join(',')} ${style}`);
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

const label = ({ name, summary }: StateNode): string =>
  mermaidText(name) + (summary === '' ? '' : `<br/>${mermaidText(summary)}`);

/** Each type has a shape that says what it does. */
function shaped(node: StateNode): string {
  const words = `"${label(node)}"`;
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
