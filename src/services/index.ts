/** What a Task calls: answers to an execution's service calls. */
export { readMockConfig } from './mocks/mockConfig';
export { mockedServices } from './mocks/mockedServices';
export { stubAnswer } from './stub';
