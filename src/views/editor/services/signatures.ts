import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { Asking } from './asking';

/** The parameters of the call that is being written. */
export function signatureProvider(asking: Asking): languages.SignatureHelpProvider {
  return {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    async provideSignatureHelp(model, position) {
      const { workspace } = asking;
      const found = await asking.ask(model, position, (place) => workspace.askService('signatureAt', place));
      if (!found) return undefined;
      const { signature, help, parameters, active } = found;
      return {
        value: {
          signatures: [
            {
              label: signature,
              documentation: help,
              parameters: parameters.map(({ start, end }) => ({ label: [start, end] as [number, number] })),
            },
          ],
          activeSignature: 0,
          activeParameter: active,
        },
        dispose() {},
      };
    },
  };
}
