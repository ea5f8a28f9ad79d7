/** The id of the workflow that the page begins with. What is stored of it has the keys of before there were others. */
export const FIRST = 'first';
