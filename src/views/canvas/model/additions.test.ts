import { describe, expect, it } from 'vitest';
import { additionGroups } from './additionGroups';
import { ADDITIONS, findAdditions } from './additions';

const found = (query: string) => findAdditions(query).map(({ label }) => label);
const best = (query: string) => found(query)[0];

describe('what can be added', () => {
  it('has an id and a label of its own each', () => {
    expect(new Set(ADDITIONS.map(({ id }) => id)).size).toBe(ADDITIONS.length);
    expect(new Set(ADDITIONS.map(({ label }) => label)).size).toBe(ADDITIONS.length);
  });
});

describe('searching for something to add', () => {
  it.each([
    ['pass', 'Pass'],
    ['map', 'Map'],
    ['lambda', 'Lambda: Invoke'],
    ['invoke', 'Lambda: Invoke'],
    ['putitem', 'DynamoDB: PutItem'],
    ['dynamo put', 'DynamoDB: PutItem'],
    ['put dynamo', 'DynamoDB: PutItem'],
    ['query', 'DynamoDB: Query'],
    ['athena', 'Athena: StartQueryExecution, waits for the end'],
    ['fargate', 'ECS: RunTask, waits for the end'],
    ['callback sqs', 'SQS: SendMessage, waits for a callback'],
    ['bedr', 'Bedrock: InvokeModel'],
    ['webhook', 'HTTP: Invoke'],
    ['foreach', 'Map'],
    ['if', 'Choice'],
    ['saga', 'Saga with compensation'],
    ['csv', 'Process a CSV from S3'],
    ['poll', 'Poll until done'],
    ['rollback', 'Saga with compensation'],
  ])('%s finds first: %s', (query, label) => {
    expect(best(query)).toBe(label);
  });

  it('finds letters that are left out', () => {
    expect(found('ptitem')).toContain('DynamoDB: PutItem');
    expect(found('sndmsg')).toEqual(['SQS: SendMessage', 'SQS: SendMessage, waits for a callback']);
  });

  it('finds nothing for what is not there', () => {
    expect(found('zebra')).toEqual([]);
    expect(additionGroups('zebra', [])).toEqual([]);
  });
});

describe('the groups of what can be added', () => {
  const titles = (query: string, recent: readonly string[]) =>
    additionGroups(query, recent).map(({ title }) => title);

  it('are the sections, with what was added recently before them', () => {
    expect(titles('', [])).toEqual(['Flow', 'Services', 'Patterns']);
    expect(titles(' ', ['state:Wait'])).toEqual(['Recent', 'Flow', 'Services', 'Patterns']);
    expect(additionGroups('', ['gone', 'state:Wait', 'state:Map'])[0]?.additions.map(({ id }) => id)).toEqual(
      ['state:Wait', 'state:Map'],
    );
  });

  it('are one while something is typed', () => {
    expect(titles('queue', ['state:Wait'])).toEqual(['Found']);
  });
});
