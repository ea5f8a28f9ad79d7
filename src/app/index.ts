/** The shell around the views: panels, commands, shortcuts, theme, gallery. */
export { App } from './App';
export { FIRST_DOCUMENT } from './gallery/firstDocument';
