import type { Example } from '../../example';
import customers from './customers.csv?raw';
import text from './definition.asl.json?raw';
import input from './input.json?raw';

const example: Example = {
  text,
  input,
  services: { objects: [{ bucket: 'acme-imports', key: 'imports/customers.csv', body: customers }] },
};
export default example;
