import { ContainerView } from './ContainerView';
import { MissingView } from './MissingView';
import { StartEndView } from './StartEndView';
import { StateNodeView } from './StateNodeView';

/** One object for the life of the page: React Flow draws every node anew when it gets another. */
export const nodeTypes = {
  state: StateNodeView,
  container: ContainerView,
  startEnd: StartEndView,
  missing: MissingView,
  whole: () => null,
};
