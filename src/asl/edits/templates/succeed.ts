import type { Template } from './template';

export const succeed: Template = () => ({ Type: 'Succeed' });
