import { detectFormat, type TextFormat } from '../asl';
import { type GivenServices, givenServices, STUBS_ONLY } from './serviceSettings';
import type { ExecutionType, RunSetup } from './state';

/** Where a text came from; a file brings its name, an example all that a run of it wants. */
export type TextSource =
  | { readonly kind: 'paste' }
  | { readonly kind: 'new' }
  | { readonly kind: 'file'; readonly fileName: string }
  /** Inside something else, which is named: `a SAM template`. */
  | { readonly kind: 'found'; readonly within: string; readonly name: string; readonly format: TextFormat }
  | { readonly kind: 'example'; readonly name: string; readonly setup: ExampleSetup };

export interface ExampleSetup {
  readonly input: string;
  readonly type: ExecutionType;
  readonly services: GivenServices;
}

export const exampleSetup = ({ input, type, services }: ExampleSetup): RunSetup => ({
  input,
  inputOrigin: 'example',
  type,
  services: givenServices(services),
  servicesOrigin: 'example',
});

/** A workflow drawn from nothing takes nothing over from the one before. */
export const NEW_SETUP: RunSetup = {
  input: '{}',
  inputOrigin: 'sample',
  type: 'STANDARD',
  services: STUBS_ONLY,
  servicesOrigin: 'user',
};

export interface RecognisedText {
  readonly format: TextFormat;
  readonly name: string | undefined;
  readonly label: string;
}

/** What a text that comes in is: its notation (a file's extension decides), and what the document is called from now on. */
export function recogniseText(text: string, source: TextSource): RecognisedText {
  switch (source.kind) {
    case 'paste':
      return { format: detectFormat(text), name: 'workflow', label: 'Paste definition' };
    case 'new':
      return { format: detectFormat(text), name: 'workflow', label: 'New workflow' };
    case 'example':
      return { format: detectFormat(text), name: source.name, label: `Open example “${source.name}”` };
    case 'found':
      return {
        format: source.format,
        name: source.name,
        label: `Open “${source.name}” from ${source.within}`,
      };
    case 'file':
      return {
        format: notationOfFile(source.fileName) ?? detectFormat(text),
        name: source.fileName.replace(/(\.asl)?\.(json|jsonc|ya?ml|asl|txt)$/i, '') || undefined,
        label: `Open ${source.fileName}`,
      };
  }
}

function notationOfFile(fileName: string): TextFormat | undefined {
  if (/\.ya?ml$/i.test(fileName)) return 'yaml';
  return /\.jsonc?$/i.test(fileName) ? 'json' : undefined;
}
