import type { Json } from '../../asl';
import { deepEqual } from '../data/jsonText';
import type { Stage, VisitRecord } from './dataFlow.types';

/**
 * Holds stages to what was recorded: a recorded output is the last value, and those before it that only pass it on. When
 * the fields evaluated anew gave another output (a random number, an instant), the rest is said to be approximate.
 */
export function agreeBackwards(stages: readonly Stage[], record: VisitRecord): readonly Stage[] {
  const { output, assigned } = record;
  const made = stages.find(({ name }) => name === 'output')?.value;
  if (output === undefined) return stages;
  const differs = made === undefined || !deepEqual(made, output);
  let known: Json | undefined = output;
  let inDoubt = differs;
  const agreed: Stage[] = [];
  for (const stage of [...stages].reverse()) {
    if (stage.name === 'assign') {
      agreed.push(assigned === undefined || !stage.isUsed ? stage : withValue(stage, assigned));
      continue;
    }
    if (stage.name === 'input') known = undefined;
    if (known !== undefined) agreed.push(withValue(stage, known));
    else agreed.push(inDoubt && isEvaluated(stage) ? { ...stage, isApproximate: true } : stage);
    const isWork = stage.name === 'result' || stage.name === 'errorOutput';
    // A field makes a value of another one; only where there is none is the one before the same.
    if (stage.field !== undefined || isWork) known = undefined;
    if (isWork) inDoubt = false;
  }
  return agreed.reverse();
}

const isEvaluated = ({ name, field, value }: Stage): boolean =>
  value !== undefined && (field !== undefined || name === 'errorOutput') && name !== 'result';

function withValue({ problem: _problem, ...stage }: Stage, value: Json): Stage {
  return { ...stage, value };
}
