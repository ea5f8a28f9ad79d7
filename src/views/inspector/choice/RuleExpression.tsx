import { Plus, Trash2 } from 'lucide-react';
import { isJsonObject, type Json } from '../../../asl';
import cardStyles from '../fields/CardList.module.css';
import { Modes } from '../fields/ChoiceOf';
import { useForm } from '../form/form';
import { ComparisonFields } from './ComparisonFields';
import styles from './choice.module.css';
import { kindOf, NEW_COMPARISON, RULE_KINDS, withKind } from './rules';

interface RuleExpressionProps {
  readonly at: string;
  readonly depth?: number;
}

/** A rule of a JSONPath Choice: a comparison, or a group of rules, to any depth. */
export function RuleExpression({ at, depth = 0 }: RuleExpressionProps) {
  const form = useForm();
  const rule = form.value(at);
  if (rule === undefined || !isJsonObject(rule)) return null;
  const kind = kindOf(rule);
  return (
    <div className={styles.expression} data-depth={Math.min(depth, 4)}>
      <Modes
        label="How the rule is put together"
        options={RULE_KINDS}
        value={kind}
        onChange={(next) => form.setFields(at, withKind(rule, next), 'Change a rule')}
      />
      {kind === 'comparison' && <ComparisonFields at={at} />}
      {kind === 'Not' && <RuleExpression at={`${at}/Not`} depth={depth + 1} />}
      {(kind === 'And' || kind === 'Or') && <Group at={`${at}/${kind}`} depth={depth + 1} />}
    </div>
  );
}

function Group({ at, depth }: { readonly at: string; readonly depth: number }) {
  const form = useForm();
  const written = form.value(at);
  const parts: readonly Json[] = Array.isArray(written) ? written : [];
  return (
    <div className={styles.group}>
      {parts.map((_, index) => {
        const place = `${at}/${index}`;
        return (
          <div key={place} className={styles.part}>
            <RuleExpression at={place} depth={depth} />
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove part ${index + 1}`}
              title="Remove"
              disabled={parts.length === 1}
              onClick={() =>
                form.set(
                  at,
                  parts.filter((_part, other) => other !== index),
                )
              }
            >
              <Trash2 size={13} />
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className={cardStyles.add}
        onClick={() => form.set(at, [...parts, NEW_COMPARISON])}
      >
        <Plus size={13} aria-hidden="true" /> Add a part
      </button>
    </div>
  );
}
