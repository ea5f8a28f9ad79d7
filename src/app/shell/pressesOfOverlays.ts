/** What Monaco puts over the page from inside a panel: menus, suggestions, hovers. */
const OVERLAYS = '.context-view, .shadow-root-host, .overflowingContentWidgets';

/**
 * A press on something that lies over a splitter is not the splitter's. The panels listen at the document, look at places
 * only, and leave alone what is said to be handled; so it is said until they have looked.
 *
 * @returns takes it back
 */
export function keepPressesOfOverlays(): () => void {
  const press = (event: PointerEvent) => {
    if (!(event.target instanceof Element && event.target.closest(OVERLAYS))) return;
    Object.defineProperty(event, 'defaultPrevented', { configurable: true, value: true });
    const seen = () => Reflect.deleteProperty(event, 'defaultPrevented');
    document.documentElement.addEventListener('pointerdown', seen, { capture: true, once: true });
  };
  window.addEventListener('pointerdown', press, true);
  return () => window.removeEventListener('pointerdown', press, true);
}
