import { X } from 'lucide-react';
import type { Breakpoint, StateMoment } from '../../worker';
import { useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../workspace';
import styles from './BreakpointsPane.module.css';
import { ConditionField } from './ConditionField';
import { stateName } from './stateName';

const MOMENTS: readonly (readonly [StateMoment, string])[] = [
  ['entry', 'before the state'],
  ['exit', 'after the state'],
  ['error', 'on an error'],
  ['retry', 'on a retry'],
  ['iteration', 'when an item begins'],
];

export interface BreakpointRowProps {
  readonly breakpoint: Breakpoint;
  /** From 1, for the names of its fields. */
  readonly number: number;
}

/** One breakpoint; every part of it is changed in place. */
export function BreakpointRow({ breakpoint, number }: BreakpointRowProps) {
  const { breakpoints: actions } = useWorkspaceActions();
  const type = useWorkspace((state) => typeOf(state, breakpoint));
  const named = (what: string) => `${what} of breakpoint ${number}`;
  const { id, enabled, item, hits, condition } = breakpoint;
  /** The breakpoint with a part of it changed; undefined takes the part away. */
  const narrow = (part: 'item' | 'hits' | 'condition', value: number | string | undefined) => {
    const { [part]: _was, ...rest } = breakpoint;
    actions.change(value === undefined ? rest : { ...rest, [part]: value });
  };
  return (
    <tr data-off={!enabled}>
      <td>
        <input
          type="checkbox"
          aria-label={`Breakpoint ${number} is on`}
          checked={enabled}
          onChange={({ target }) => actions.change({ ...breakpoint, enabled: target.checked })}
        />
      </td>
      <td>
        <Place breakpoint={breakpoint} named={named} />
      </td>
      <td>
        {breakpoint.kind === 'variable' ? (
          'when it changes'
        ) : (
          <select
            aria-label={named('Moment')}
            value={breakpoint.kind}
            onChange={({ target }) => {
              const moment = MOMENTS.find(([kind]) => kind === target.value);
              if (moment) actions.change({ ...breakpoint, kind: moment[0] });
            }}
          >
            {MOMENTS.filter(([kind]) => isOffered(kind, type, breakpoint.kind)).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        <NumberField
          label={named('Item')}
          placeholder="any"
          least={0}
          value={item}
          disabled={!isInMap(breakpoint)}
          onChange={(value) => narrow('item', value)}
        />
      </td>
      <td>
        <ConditionField
          label={named('Condition')}
          value={condition ?? ''}
          state={breakpoint.kind === 'variable' ? undefined : breakpoint.state}
          onChange={(text) => narrow('condition', text.trim() === '' ? undefined : text)}
        />
      </td>
      <td>
        <NumberField
          label={named('First hit')}
          placeholder="1"
          least={1}
          value={hits}
          onChange={(value) => narrow('hits', value)}
        />
      </td>
      <td>
        <button
          type="button"
          className={styles.icon}
          aria-label={`Remove breakpoint ${number}`}
          onClick={() => actions.remove(id)}
        >
          <X size={13} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

interface PlaceProps {
  readonly breakpoint: Breakpoint;
  readonly named: (what: string) => string;
}

function Place({ breakpoint, named }: PlaceProps) {
  const { breakpoints: actions, selection } = useWorkspaceActions();
  if (breakpoint.kind === 'variable') {
    return (
      <span className={styles.variable}>
        $
        <input
          aria-label={named('Variable')}
          placeholder="name"
          value={breakpoint.variable}
          onChange={({ target }) =>
            actions.change({ ...breakpoint, variable: target.value.trim().replace(/^\$/, '') })
          }
        />
      </span>
    );
  }
  const { state } = breakpoint;
  return (
    <button
      type="button"
      className={styles.state}
      title={`Show ${stateName(state)}`}
      onClick={() => selection.select(state, 'debugger')}
    >
      {stateName(state)}
    </button>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly least: number;
  readonly value: number | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

function NumberField({ label, placeholder, least, value, disabled = false, onChange }: NumberFieldProps) {
  return (
    <input
      type="number"
      aria-label={label}
      placeholder={disabled ? '–' : placeholder}
      min={least}
      step={1}
      disabled={disabled}
      value={value ?? ''}
      onChange={({ target }) => {
        const number = target.valueAsNumber;
        if (target.value === '') onChange(undefined);
        else if (Number.isInteger(number) && number >= least) onChange(number);
      }}
    />
  );
}

const typeOf = ({ analysis }: WorkspaceState, breakpoint: Breakpoint) =>
  breakpoint.kind === 'variable'
    ? undefined
    : analysis.outline.find(({ path }) => path === breakpoint.state)?.type;

/** What is chosen stays on offer, though the state may have become another one since. */
function isOffered(kind: StateMoment, type: string | undefined, chosen: StateMoment): boolean {
  if (kind === chosen) return true;
  if (kind === 'iteration') return type === 'Map';
  if (kind === 'retry') return type === 'Task' || type === 'Map' || type === 'Parallel';
  return kind !== 'exit' || type !== 'Fail';
}

/** A variable may change in any iteration. */
function isInMap(breakpoint: Breakpoint): boolean {
  if (breakpoint.kind === 'variable' || breakpoint.kind === 'iteration') return true;
  return /\/(ItemProcessor|Iterator)\/States\//.test(breakpoint.state);
}
