import type { Example } from '../../example';
import text from './definition.asl.json?raw';
import input from './input.json?raw';
import mocks from './MockConfigFile.json?raw';
import sendWelcome from './sendWelcome.asl.json?raw';
import verifyIdentity from './verifyIdentity.asl.json?raw';

const example: Example = {
  text,
  input,
  services: {
    mocks,
    machines: [
      { name: 'verify-identity', text: verifyIdentity, type: 'STANDARD' },
      { name: 'send-welcome', text: sendWelcome, type: 'STANDARD' },
    ],
  },
};
export default example;
