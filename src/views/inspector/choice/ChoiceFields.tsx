import { isJsonObject, type Json, type JsonObject } from '../../../asl';
import { selectGraph, useWorkspace } from '../../../workspace';
import { CardList } from '../fields/CardList';
import { TargetField } from '../fields/TargetField';
import { TemplateField } from '../fields/TemplateField';
import { WordsField } from '../fields/WordsField';
import { useForm } from '../form/form';
import { ConditionField } from './ConditionField';
import styles from './choice.module.css';
import { RuleExpression } from './RuleExpression';
import { NEW_COMPARISON } from './rules';
import { type Truth, useTruths } from './useTruths';

/** The rules of a Choice, in the order in which they are asked, and where it goes when none holds. */
export function ChoiceFields() {
  const form = useForm();
  const written = form.value('/Choices');
  const rules: readonly Json[] = Array.isArray(written) ? written : [];
  const truths = useTruths(rules);
  const words = useRuleWords(form.object);
  const fallback = form.value('/Default');
  const target = form.targets.find((name) => !form.object.endsWith(`/${name}`)) ?? form.targets[0];
  const fresh: JsonObject =
    form.language === 'JSONata' ? { Condition: '{% $states.input.value = true %}' } : NEW_COMPARISON;
  return (
    <>
      <CardList
        at="/Choices"
        noun="rule"
        count={rules.length}
        titleOf={(index) => (
          <>
            <TruthMark truth={truths[index]} /> #{index + 1} {words.get(index) ?? ''}
          </>
        )}
        bodyOf={(index) => <Rule at={`/Choices/${index}`} />}
        addLabel="Add a rule"
        onAdd={() =>
          form.set('/Choices', [...rules, { ...fresh, ...(target === undefined ? {} : { Next: target }) }])
        }
        onRemove={(index) =>
          form.set(
            '/Choices',
            rules.filter((_, other) => other !== index),
          )
        }
        keepOne
      />
      <TargetField
        at="/Default"
        label="Default"
        none="None: an input without a rule fails"
        help="Where it goes when no rule holds."
        value={typeof fallback === 'string' ? fallback : undefined}
        onChange={(name) => form.set('/Default', name)}
      />
    </>
  );
}

/** Each rule in words, as the canvas labels it. */
function useRuleWords(state: string): ReadonlyMap<number, string> {
  const graph = useWorkspace(selectGraph);
  const transitions = graph?.scopes.flatMap((scope) => scope.transitions) ?? [];
  const words = new Map<number, string>();
  for (const { from, kind, fullLabel } of transitions) {
    if ((from as string) === state && kind.type === 'choice') words.set(kind.rule, fullLabel);
  }
  return words;
}

function TruthMark({ truth }: { readonly truth: Truth | undefined }) {
  if (truth === undefined) return null;
  const marks = { true: '✓ true', false: '✗ false', fails: '! fails' } as const;
  return (
    <span className={styles[truth.says]} title={truth.reason ?? 'On the data of the last run'}>
      {marks[truth.says]}
    </span>
  );
}

function Rule({ at }: { readonly at: string }) {
  const form = useForm();
  const rule = form.value(at);
  const next = form.value(`${at}/Next`);
  if (rule === undefined || !isJsonObject(rule))
    return <p>This rule is not an object. Mend it in the text.</p>;
  const conditional = form.language === 'JSONata' || 'Condition' in rule;
  return (
    <>
      {conditional ? <ConditionField at={`${at}/Condition`} /> : <RuleExpression at={at} />}
      <TargetField
        at={`${at}/Next`}
        label="Leads to"
        value={typeof next === 'string' ? next : undefined}
        onChange={(target) => form.set(`${at}/Next`, target)}
      />
      {form.language === 'JSONata' && (
        <TemplateField at={`${at}/Output`} label="Output" placeholder="{% $states.input %}" />
      )}
      <TemplateField at={`${at}/Assign`} label="Assign" placeholder='{ "name": "value" }' />
      <WordsField at={`${at}/Comment`} label="Comment" help="Stands on the edge in place of the rule." />
    </>
  );
}
