export const HELP = `statecraft: run and check Amazon States Language definitions (JSON or YAML) without AWS

  statecraft run FILE        run a workflow in virtual time; services answer with stubs
    --input JSON|FILE        the execution's input; {} without it
    --mocks FILE             a MockConfigFile.json, as Step Functions Local reads it
    --machine NAME           its state machine, when it has several
    --test-case NAME         its test case, when the machine has several
    --type EXPRESS           run as an Express workflow
    --history                print the events as well
    --json                   print JSON

  statecraft validate FILE...   file:line:column: severity code message
    --aws                    what AWS would answer at creation, in its words and places
    --type EXPRESS           with --aws: as an Express workflow
    --json                   print JSON

FILE may be - for standard input. Exit codes: 0 succeeded, 1 failed or has errors, 2 not understood.

  statecraft run order.asl.json --input '{"id": 7}'
  statecraft run order.asl.yaml --mocks MockConfigFile.json --test-case declined --history
  cat order.asl.json | statecraft validate -
`;
