import { Fragment } from 'react';

/** Where a name without spaces may break: before a capital, after a separator. */
const WORDS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[_\-.:/])/;

/** A name that breaks into lines between its words, also where they are written together: `SetDatabaseAndContext`. */
export function BreakableName({ name }: { readonly name: string }) {
  let at = 0;
  return name.split(WORDS).map((word) => {
    const key = at;
    at += word.length;
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {word}
      </Fragment>
    );
  });
}
