import type { Template } from './template';

export const pass: Template = ({ onward }) => ({ Type: 'Pass', ...onward });
