/** What a Task calls: answers to an execution's service calls. */

export { AskedCalls, type CallAnswer } from './askedCalls';
export { childExecutions, type KnownMachine, type StartedExecution } from './childExecutions';
export { type InboxProblem, type TaskHolder, TaskInbox } from './inbox';
export { checkStateMock, type MockFindings } from './mocks/checkStateMock';
export type {
  HandlerCall,
  HandlerLog,
  HandlerOutcome,
  RunHandler,
} from './mocks/handler.types';
export { type MockConfig, readMockConfig } from './mocks/mockConfig';
export { mockedServices } from './mocks/mockedServices';
export { type MockSurroundings, mockedTasks } from './mocks/mockedTasks';
export { type MockFile, mocksOfTestCase, type NamedMock, writeMockFile } from './mocks/mockFile';
export { readMockedTasks } from './mocks/readStateMock';
export type {
  MockedTask,
  MockOutcome,
  MockRow,
  MockRule,
  MockWhen,
  StateMock,
  StateMockKind,
} from './mocks/stateMock';
export { bucketsOf, changeObjects, type S3Object, simulatedS3 } from './simulatedS3';
export { stubAnswer } from './stub';
