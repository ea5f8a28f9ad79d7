import { Fragment } from 'react';
import { nameWords } from '../../../asl';

/** A name that breaks into lines between its words, also where they are written together: `SetDatabaseAndContext`. */
export function BreakableName({ name }: { readonly name: string }) {
  let at = 0;
  return nameWords(name).map((word) => {
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
