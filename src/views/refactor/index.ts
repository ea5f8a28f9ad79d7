/** The dialog of refactorings, loaded when it is opened. */
export const loadRefactorDialog = () => import('./RefactorDialog');
