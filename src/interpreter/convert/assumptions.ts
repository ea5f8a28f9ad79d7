/** The context object and what it holds are objects, but for data; so is what a catcher gets. */
const OBJECTS =
  /^\$states\.(?:errorOutput|context(?:\.(?:Execution|StateMachine|State|Task|Map(?:\.Item)?))?)$/;
const A_LIST = ' is a list';
const NO_LIST = ' is not a list';

/** JSONPath finds items in lists alone; JSONata takes anything else for a list of one. */
export const isList = (text: string): string => `${text}${A_LIST}`;

/** JSONPath finds no names in a list; JSONata looks for them in its items. Nothing, when it cannot be one. */
export const isNoList = (text: string): readonly string[] =>
  OBJECTS.test(text) ? [] : [`${text}${NO_LIST}`];

/** What was taken for granted, so that many paths stay readable: each thing said once, those that are alike in one line. */
export function gathered(assumed: ReadonlySet<string>): readonly string[] {
  const about = (ending: string): readonly string[] =>
    [...assumed].flatMap((each) => (each.endsWith(ending) ? [each.slice(0, -ending.length)] : []));
  // An object is none, which need not be said.
  const none = about(NO_LIST).filter((text) => !assumed.has(`${text} is an object`));
  const others = [...assumed].filter((each) => !each.endsWith(NO_LIST) && !each.endsWith(A_LIST));
  return [
    ...together(about(A_LIST), A_LIST, 'each of these is a list'),
    ...together(none, NO_LIST, 'none of these is a list'),
    ...others,
  ];
}

const together = (texts: readonly string[], ending: string, words: string): readonly string[] =>
  texts.length < 2 ? texts.map((text) => `${text}${ending}`) : [`${words}: ${texts.join(', ')}`];
