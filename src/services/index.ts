/** What a Task calls: answers to an execution's service calls. */
export { stubAnswer } from './stub';
