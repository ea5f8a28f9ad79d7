/** Every state type, containers in containers, and names that try to be more than names. */
export const HOSTILE = {
  StartAt: '<script>alert(1)</script>',
  States: {
    '<script>alert(1)</script>': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Comment: '<b>bold</b> & "quoted"',
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 3 }],
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'nobody & "none"' },
        { ErrorEquals: ['B'], Next: 'ANameWrittenTogetherThatDoesNotEndSoonEnoughForAnyCardOfThisSize' },
      ],
      Next: 'quote " \' & \u0001\u0007\u202eevil\ud800]]>',
    },
    'quote " \' & \u0001\u0007\u202eevil\ud800]]>': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.a', StringEquals: '</text><script>', Next: '1. a list' },
        { Variable: '$.order.customer.membershipLevelOfTheYear', StringEquals: 'gold', Next: '名前' },
        { Variable: '$.again', IsPresent: true, Next: '<script>alert(1)</script>' },
      ],
      Default: 'side by side',
    },
    '1. a list': { Type: 'Pass', Next: '__proto' },
    __proto: { Type: 'Wait', Seconds: 10, Next: 'each' },
    名前: { Type: 'Succeed' },
    ANameWrittenTogetherThatDoesNotEndSoonEnoughForAnyCardOfThisSize: { Type: 'Fail', Error: 'Boom' },
    'side by side': {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'left', States: { left: { Type: 'Pass', End: true } } },
        { StartAt: 'right', States: { right: { Type: 'Pass', End: true } } },
      ],
      Next: 'each',
    },
    each: {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'inner',
        States: {
          inner: {
            Type: 'Map',
            ItemProcessor: { StartAt: 'deep', States: { deep: { Type: 'Pass', End: true } } },
            End: true,
          },
        },
      },
      End: true,
    },
    lost: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
    odd: { Type: 'Nonsense' },
  },
};
