/** The definition's text in Monaco: one view of the document. */
export { Editor } from './Editor';
