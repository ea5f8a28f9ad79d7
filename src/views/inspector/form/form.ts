import { createContext, useContext, useMemo } from 'react';
import type { Json, JsonObject, QueryLanguage } from '../../../asl';
import type { FieldFinding } from '../../../worker';
import { type Burst, useWorkspaceActions, type Workspace } from '../../../workspace';
import { changeAt, valueAt } from './jsonPlace';
import type { Trial } from './useTrial';

/** What a form is about, and how it is changed. Places are JSON Pointers within the object. */
export interface Form {
  /** Its own place in the document: a state's path, or `''`. */
  readonly object: string;
  readonly language: QueryLanguage;
  readonly definition: JsonObject;
  /** Names of the states that transitions may lead to. */
  readonly targets: readonly string[];
  /** Names of the workflow variables in scope. */
  readonly variables: readonly string[];
  readonly findings: readonly FieldFinding[];
  /** The state tried on the data of the last run; undefined while there is none. */
  readonly trial: Trial | undefined;
  value(at: string): Json | undefined;
  /** Without a value the field goes. */
  set(at: string, value: Json | undefined, burst?: Burst): void;
  /** All its fields at once. */
  replace(definition: JsonObject, burst?: Burst): void;
  /** Several fields of one object in one step. */
  setFields(
    at: string,
    fields: readonly { readonly name: string; readonly value: Json | undefined }[],
    label?: string,
  ): void;
  /** Puts the item of a list where another one stands, as it is written. */
  reorder(list: string, from: number, to: number): void;
}

const FormContext = createContext<Form | undefined>(undefined);
export const FormProvider = FormContext.Provider;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('no form around this field');
  return form;
}

/** Findings at a place or inside it. */
export const findingsAt = ({ findings }: Form, at: string): readonly FieldFinding[] =>
  findings.filter(({ field }) => field === at || field.startsWith(`${at}/`));

type Subject = Pick<
  Form,
  'object' | 'language' | 'definition' | 'targets' | 'variables' | 'findings' | 'trial'
>;

/** A form about an object of the document; what is set is an edit of the text. */
export function useFormOf(subject: Subject): Form {
  const workspace = useWorkspaceActions();
  const { object, language, definition, targets, variables, findings, trial } = subject;
  return useMemo(
    () => ({
      ...{ object, language, definition, targets, variables, findings, trial },
      ...actionsOn(workspace, object, definition),
    }),
    [workspace, object, language, definition, targets, variables, findings, trial],
  );
}

function actionsOn(
  workspace: Workspace,
  object: string,
  definition: JsonObject,
): Pick<Form, 'value' | 'set' | 'replace' | 'setFields' | 'reorder'> {
  return {
    value: (at) => valueAt(definition, at),
    set(at, value, burst) {
      const change = changeAt(definition, at, value);
      const fields = [{ name: change.name, value: change.value }];
      const place = object + change.object;
      void workspace.edit({ type: 'setFields', object: place, fields }, 'inspector', burst);
    },
    replace(next, burst) {
      const names = new Set([...Object.keys(definition), ...Object.keys(next)]);
      const fields = [...names].map((name) => ({
        name,
        value: Object.hasOwn(next, name) ? next[name] : undefined,
      }));
      const label = 'Change all fields';
      void workspace.edit({ type: 'setFields', object, fields, label }, 'inspector', burst);
    },
    setFields(at, fields, label) {
      void workspace.edit({ type: 'setFields', object: object + at, fields, label }, 'inspector');
    },
    reorder(list, from, to) {
      void workspace.edit({ type: 'reorderItems', list: object + list, from, to }, 'inspector');
    },
  };
}
