/** What a Task calls: answers to an execution's service calls. */

export { childExecutions, type KnownMachine, type StartedExecution } from './childExecutions';
export { type TaskHolder, TaskInbox } from './inbox';
export { type MockConfig, readMockConfig } from './mocks/mockConfig';
export { mockedServices } from './mocks/mockedServices';
export { type S3Object, simulatedS3 } from './simulatedS3';
export { stubAnswer } from './stub';
