import type { Template } from './template';

export const fail: Template = () => ({ Type: 'Fail' });
