/** What is loaded right after first paint: the palette's inside, and the popover that asks what to add. */
export { QuickAddPopover } from './chrome/QuickAddPopover';
export { PalettePanel } from './PalettePanel';
