import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

const queryId = (call: StubCall): string => call.text('QueryExecutionId', call.uuid('query'));

const queryExecution = (call: StubCall): JsonObject => ({
  QueryExecution: {
    Query: call.text('QueryString', 'SELECT 1'),
    QueryExecutionId: queryId(call),
    StatementType: 'DML',
    Statistics: { DataScannedInBytes: 0, EngineExecutionTimeInMillis: 1000 },
    Status: {
      CompletionDateTime: call.epochMs(1),
      State: 'SUCCEEDED',
      SubmissionDateTime: call.epochMs(),
    },
    WorkGroup: call.text('WorkGroup', 'primary'),
  },
});

function fields(call: StubCall): JsonObject {
  switch (call.action) {
    case 'startQueryExecution':
      return { QueryExecutionId: queryId(call) };
    case 'getQueryExecution':
      return queryExecution(call);
    case 'getQueryResults':
      return { ResultSet: { ResultSetMetadata: { ColumnInfo: [] }, Rows: [] }, UpdateCount: 0 };
    default:
      return {};
  }
}

/** `athena:*`: queries succeed and find nothing; `.sync` gives the query as GetQueryExecution does. */
export const athena: ServiceStub = {
  respond: (call) => withSdkMetadata(call, fields(call)),
  complete: queryExecution,
};
