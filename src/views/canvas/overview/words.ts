import type { StateStatus } from '../../../worker';
import { grouped, STATUS_LOOKS } from '../../parts';
import type { Marks } from './marks';

/** Said of a run in this order: what went wrong, what goes on, what is done. */
const SAID: readonly StateStatus[] = [
  'failed',
  'caught',
  'aborted',
  'inProgress',
  'waiting',
  'retrying',
  'succeeded',
];

/** The picture in words, for who does not see it. */
export function pictureWords({ states, containers, selected }: Marks): string {
  const all = [...containers, ...states];
  const parts = [`${counted(all.length, 'state')} drawn small`];
  for (const status of SAID) {
    const count = all.filter((mark) => mark.status === status).length;
    if (count > 0) parts.push(`${grouped(count)} ${STATUS_LOOKS[status].label}`);
  }
  const problems = all.filter(({ problem }) => problem !== undefined).length;
  if (problems > 0) parts.push(`${grouped(problems)} with problems`);
  if (selected.size > 0) parts.push(`${grouped(selected.size)} selected`);
  return `Overview: ${parts.join(', ')}. The outline lists them; zoom in to work on them here.`;
}

const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
