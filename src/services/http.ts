import type { ServiceStub } from './stub.types';
import { field } from './stubCall';

/** `apigateway:invoke` and `http:invoke`: the endpoint sends back the body it was sent. Recorded: services/apigetway. */
export const http: ServiceStub = {
  respond: ({ request, uuid, epochMs }) => ({
    Headers: {
      'Content-Type': ['application/json'],
      Date: [new Date(epochMs()).toUTCString()],
      'x-amzn-RequestId': [uuid('request')],
    },
    ResponseBody: field(request, 'RequestBody') ?? {},
    StatusCode: 200,
    StatusText: 'OK',
  }),
  callback: ({ request }) => field(request, 'RequestBody') ?? {},
};
