import type { Example } from '../../example';
import text from './definition.asl.json?raw';
import input from './input.json?raw';

const example: Example = { text, input, services: {} };
export default example;
