import { expect, it } from 'vitest';
import { definitionFileName, historyFileName } from './exportDefinition';
import { recogniseText } from './openText';

it.each([
  ['order.asl.json', '{}', 'json', 'order'],
  ['order.json', 'StartAt: A', 'json', 'order'],
  ['order.asl.yaml', '{}', 'yaml', 'order'],
  ['order.yml', '', 'yaml', 'order'],
  ['order.asl', '{ "StartAt": "A" }', 'json', 'order'],
  ['order.v2.txt', 'StartAt: A', 'yaml', 'order.v2'],
  ['.json', '{}', 'json', undefined],
])('opens %s', (fileName, text, format, name) => {
  expect(recogniseText(text, { kind: 'file', fileName })).toEqual({
    format,
    name,
    label: `Open ${fileName}`,
  });
});

it('recognises what is pasted by its text, and gives it a name of its own', () => {
  expect(recogniseText('{}', { kind: 'paste' })).toMatchObject({ format: 'json', name: 'workflow' });
  expect(recogniseText('StartAt: A\nStates: {}', { kind: 'paste' })).toMatchObject({ format: 'yaml' });
});

it('names files so that every file system takes them', () => {
  expect(definitionFileName('order processing: v2/3', 'yaml')).toBe('order-processing-v2-3.asl.yaml');
  expect(definitionFileName('Bestellung für Łukasz', 'json')).toBe('Bestellung-für-Łukasz.asl.json');
  expect(definitionFileName('../..', 'json')).toBe('workflow.asl.json');
  expect(historyFileName('a', '12345678-9abc')).toBe('a-12345678.history.json');
});
