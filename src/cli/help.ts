export const HELP = `statecraft: run and check Amazon States Language definitions (JSON or YAML) without AWS

  statecraft run FILE        run a workflow in virtual time; services answer with stubs
    --input JSON|FILE        the execution's input; {} without it
    --mocks FILE             a MockConfigFile.json, as Step Functions Local reads it
    --machine NAME           its state machine, when it has several
    --test-case NAME         its test case, when the machine has several
    --state-machine NAME=FILE   a machine that Tasks may start (NAME:EXPRESS=FILE); may be repeated
    --s3 BUCKET/KEY=FILE     an object for ItemReader and S3 tasks; may be repeated
    --redrive N              redrive it up to N times while it does not succeed
    --type EXPRESS           run as an Express workflow
    --history                print the events as well
    --json                   print JSON; with --history also the child executions' events

  statecraft test-state FILE    one state with any input, and what each stage made of it
    --state NAME             which; FILE may also hold a single state
    --input, --variables, --context JSON|FILE
    --result JSON|FILE       a mock's result; a Map's or Parallel's wants one
    --error NAME[:CAUSE]     a mock's error
    --validation MODE        of the mock's result: STRICT, PRESENT or NONE
    --level LEVEL            INFO, DEBUG (the default here) or TRACE
    --retry-count N          retries that its retrier has already made
    --failed-iterations N    iterations of a Map that are to fail
    --caused-by STATE        the state inside whose error the mock's is
    --reader-data JSON|FILE  what a Map's ItemReader reads
    --json                   print JSON

  statecraft validate FILE...   file:line:column: severity code message
    --aws                    what AWS would answer at creation, in its words and places
    --type EXPRESS           with --aws: as an Express workflow
    --fix                    write the files with all safe fixes applied, and say which
    --dry-run                with --fix: write nothing, print the changes as a diff
    --json                   print JSON

  statecraft picture FILE    the drawing of a definition, as the page draws it
    --format FORMAT          svg (the default) or mermaid, a flowchart for Markdown
    -o, --output FILE        where to; standard output without it
    --theme THEME            of the SVG: light (the default) or dark
    --direction DIRECTION    down (the default) or right

FILE may be - for standard input; --fix then prints the fixed text. Exit codes: 0 succeeded, 1 failed or has
errors (with --fix: has errors that are left; with --dry-run also: would be changed), 2 not understood.

  statecraft run order.asl.json --input '{"id": 7}'
  statecraft test-state order.asl.json --state Charge --error Busy:later --retry-count 2
  statecraft run order.asl.yaml --mocks MockConfigFile.json --test-case declined --history
  cat order.asl.json | statecraft validate -
  statecraft validate --fix --dry-run *.asl.json
  statecraft picture order.asl.json -o order.svg
`;
