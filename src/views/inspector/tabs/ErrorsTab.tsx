import { CatchList } from '../errors/CatchList';
import { RetryList } from '../errors/RetryList';

/** Retry and Catch. */
export function ErrorsTab() {
  return (
    <>
      <RetryList />
      <CatchList />
    </>
  );
}
