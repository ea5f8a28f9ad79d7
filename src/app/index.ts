/** The shell around the views: panels, commands, shortcuts, theme, gallery. */
export { App } from './App';

export const loadFirstDocument = async () => (await import('./gallery/firstDocument')).FIRST_DOCUMENT;
