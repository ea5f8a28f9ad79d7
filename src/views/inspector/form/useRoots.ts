import { useMemo } from 'react';
import { CONTEXT_SHAPE, type Json, type PathRoots } from '../../../asl';
import { type Form, useForm } from './form';

/** What `$` stands for where an expression is: what came in, what the service answered, or what there is at the end. */
export type Stage = 'input' | 'result' | 'output';

/** Roots of the paths an expression can use at a stage, with the values of the last run. */
export function useRoots(stage: Stage): PathRoots {
  const form = useForm();
  return useMemo(() => rootsOf(form, stage), [form, stage]);
}

function rootsOf({ language, variables, trial }: Form, stage: Stage): PathRoots {
  const roots = new Map<string, Json | undefined>();
  const inspected = trial?.result.ok ? trial.result.response.inspectionData : undefined;
  const came = parsed(inspected?.afterInputPath ?? trial?.data.input);
  if (language === 'JSONata') {
    const states: Record<string, Json> = {
      input: parsed(trial?.data.input) ?? {},
      result: parsed(inspected?.result) ?? {},
      errorOutput: { Error: '', Cause: '' },
      context: CONTEXT_SHAPE,
    };
    roots.set('$states', states);
  } else {
    const stages: Readonly<Record<Stage, Json | undefined>> = {
      input: came,
      result: parsed(inspected?.result),
      output: parsed(inspected?.afterResultPath) ?? came,
    };
    roots.set('$', stages[stage]);
    roots.set('$$', CONTEXT_SHAPE);
  }
  const values = parsed(trial?.data.variables);
  for (const name of variables) {
    const value = values !== undefined && values !== null ? Object.entries(values) : [];
    roots.set(`$${name}`, value.find(([key]) => key === name)?.[1]);
  }
  return roots;
}

/** A JSON text's value; undefined for none. */
export function parsed(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
