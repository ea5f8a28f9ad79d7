import type { Template } from './template';

export const wait: Template = ({ onward }) => ({ Type: 'Wait', Seconds: 5, ...onward });
