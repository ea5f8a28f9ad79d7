import { Check, CircleAlert, Hand, X } from 'lucide-react';
import type { VisitExplanation } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { classNames } from '../../parts';
import { inOrder } from './inOrder';
import styles from './Why.module.css';

type ChoiceWhy = NonNullable<VisitExplanation['choice']>;
type Rule = ChoiceWhy['rules'][number];
type Answer = Rule['answer'];

/** Every rule of a Choice on the data of a visit, and the way that was taken; before it is, another can be. */
export function RuleTable({ choice }: { readonly choice: ChoiceWhy }) {
  const { rules, taken, isForced } = choice;
  return (
    <section className={styles.why} aria-label="Rules">
      <h4>{choice.canForce ? 'Rules: the run stands before this Choice' : 'Rules'}</h4>
      <table className={classNames(styles.rules, styles.choice)}>
        <thead>
          <tr>
            <th scope="col">Holds</th>
            <th scope="col">Rule</th>
            <th scope="col">Values</th>
            <th scope="col">Leads to</th>
            <th scope="col">Way</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(rules).map(({ place, of: rule }) => (
            <tr key={place} className={classNames(taken === place && styles.taken)}>
              <td>
                <Mark answer={rule.answer} />
              </td>
              <td className={styles.code}>{rule.words}</td>
              <td>
                <Values rule={rule} />
              </td>
              <td>{rule.next ?? '—'}</td>
              <td>
                <Way rule={place} name={`rule ${place + 1}`} choice={choice} />
              </td>
            </tr>
          ))}
          {choice.default !== undefined && (
            <tr className={classNames(taken === 'default' && styles.taken)}>
              <td />
              <td>Default</td>
              <td />
              <td>{choice.default}</td>
              <td>
                <Way rule="default" name="Default" choice={choice} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {isForced && (
        <p className={styles.hand}>
          <Hand size={14} aria-hidden="true" /> Forced: the way was chosen by hand, not by the rules.
        </p>
      )}
    </section>
  );
}

interface WayProps {
  readonly rule: number | 'default';
  readonly name: string;
  readonly choice: ChoiceWhy;
}

function Way({ rule, name, choice: { taken, canForce, isForced } }: WayProps) {
  const { execution } = useWorkspaceActions();
  if (canForce)
    return (
      <button
        type="button"
        className={styles.take}
        aria-label={`Take ${name}`}
        title="Go this way, whatever the rules say"
        onClick={() => void execution.forceChoice(rule)}
      >
        Take this one
      </button>
    );
  if (taken !== rule) return null;
  return <strong>{isForced ? 'forced' : 'taken'}</strong>;
}

function Mark({ answer }: { readonly answer: Answer }) {
  if (typeof answer === 'object')
    return <CircleAlert size={14} className={styles.unknown} aria-label="cannot be evaluated" />;
  return answer ? (
    <Check size={14} className={styles.yes} aria-label="holds" />
  ) : (
    <X size={14} className={styles.no} aria-label="does not hold" />
  );
}

/** What stands at the paths of a rule; of JSONata what its operands come to, or else the condition. */
function Values({ rule: { comparisons, unlisted, result, answer } }: { readonly rule: Rule }) {
  if (comparisons.length === 0 && unlisted === undefined)
    return typeof answer === 'object' ? (
      <span className={styles.unknown}>{answer.problem}</span>
    ) : (
      <code>{JSON.stringify(result)}</code>
    );
  return (
    <ul className={styles.values}>
      {typeof answer === 'object' && <li className={styles.unknown}>{answer.problem}</li>}
      {comparisons.map(({ words, answer: own, operands }) => (
        <li key={words}>
          {comparisons.length > 1 && <Mark answer={own} />}
          {operands.map(({ text, value, problem }) => (
            <span key={text} className={styles.operand} title={problem}>
              <code>{text}</code> {problem === undefined ? '= ' : ''}
              {value === undefined ? (
                <em>{problem === undefined ? 'nothing' : 'cannot be evaluated'}</em>
              ) : (
                <code>{short(value)}</code>
              )}
            </span>
          ))}
          {operands.length === 0 && <code>{words}</code>}
        </li>
      ))}
      {unlisted !== undefined && <li>and {unlisted.toLocaleString('en')} more</li>}
    </ul>
  );
}

const LONGEST = 80;

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
