import type { ReactNode } from 'react';
import type { StateType } from '../../../asl';
import { ChoiceFields } from '../choice/ChoiceFields';
import { SpecFields } from '../fields/SpecField';
import { useForm } from '../form/form';
import { MapFields } from '../states/MapFields';
import { NextField } from '../states/NextField';
import { ParallelFields } from '../states/ParallelFields';
import { configurationSpecs } from '../states/specs';
import { TaskFields } from '../states/TaskFields';
import { WaitFields } from '../states/WaitFields';
import { OtherFields } from './OtherFields';

const OWN: Readonly<Record<StateType, () => ReactNode>> = {
  Task: () => <TaskFields />,
  Wait: () => <WaitFields />,
  Choice: () => <ChoiceFields />,
  Parallel: () => <ParallelFields />,
  Map: () => <MapFields />,
  Pass: () => null,
  Succeed: () => null,
  Fail: () => null,
};
const ENDS: ReadonlySet<StateType> = new Set(['Choice', 'Succeed', 'Fail']);

/** What the state is and where it leads. */
export function ConfigurationTab({ type }: { readonly type: StateType | undefined }) {
  const form = useForm();
  return (
    <>
      {type && OWN[type]()}
      {type && !ENDS.has(type) && <NextField />}
      {type && <SpecFields specs={configurationSpecs(type)} />}
      <OtherFields key={form.object} type={type} />
    </>
  );
}
