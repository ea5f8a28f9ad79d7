import { onePass } from './parallel';
import type { Template } from './template';

/** An inline processor of one Pass; the items are the state's whole input. */
export const map: Template = ({ onward, nameFor }) => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...onePass(nameFor('Pass')) },
  ...onward,
});
