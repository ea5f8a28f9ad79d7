import type { QueryLanguage } from '../../../asl';
import type { ValuePlace } from '../../../worker';

type Path = ValuePlace['path'];

/** A place in a value as a document of a query language would write it, where it can be read from. */
export function pathText(language: QueryLanguage, stage: ValuePlace['stage'], path: Path): string {
  if (language === 'JSONPath') return `$${path.map(jsonPathStep).join('')}`;
  const root = stage === 'result' || stage === 'errorOutput' ? stage : 'input';
  if (stage !== 'assign') return `$states.${root}${path.map(jsonataStep).join('')}`;
  const [name, ...rest] = path;
  return `$${name ?? ''}${rest.map(jsonataStep).join('')}`;
}

const isName = (key: string): boolean => /^[A-Za-z_]\w*$/.test(key);

const jsonPathStep = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`;
  return isName(key) ? `.${key}` : `['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
};

const jsonataStep = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`;
  return isName(key) ? `.${key}` : `.\`${key}\``;
};
