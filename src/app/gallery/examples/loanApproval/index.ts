import type { Example } from '../../example';
import text from './definition.asl.json?raw';
import input from './input.json?raw';
import mocks from './MockConfigFile.json?raw';

const example: Example = { text, input, services: { mocks } };
export default example;
