import { md5 } from './md5';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/** Items that stand for those of an object nobody has given. */
const SAMPLE = [
  { id: '1', name: 'first' },
  { id: '2', name: 'second' },
  { id: '3', name: 'third' },
] as const;

/** What a Distributed Map asks of S3: three items in the form its ItemReader expects, or three objects. */
export const s3: ServiceStub = {
  respond(call) {
    switch (call.action) {
      case 'getObject': {
        const body = sample(call);
        return { Body: body, ContentLength: body.length, ETag: `"${md5(body)}"`, LastModified: call.time() };
      }
      case 'listObjectsV2':
        return {
          Contents: SAMPLE.map(({ name }) => ({
            ETag: `"${md5(name)}"`,
            Key: `${call.text('Prefix', '')}${name}.json`,
            LastModified: call.time(),
            Size: 2,
            StorageClass: 'STANDARD',
          })),
          IsTruncated: false,
          KeyCount: SAMPLE.length,
          Name: call.text('Bucket', 'bucket'),
        };
      case 'putObject':
        return { ETag: `"${md5(String(field(call.request, 'Body')))}"` };
      default:
        return {};
    }
  },
};

function sample({ call, text }: StubCall): string {
  switch (call.objectFormat) {
    case 'CSV':
      return `id,name\n${SAMPLE.map(({ id, name }) => `${id},${name}\n`).join('')}`;
    case 'JSONL':
      return SAMPLE.map((item) => `${JSON.stringify(item)}\n`).join('');
    case 'S3_INVENTORY':
      return JSON.stringify({
        fileFormat: 'CSV',
        fileSchema: 'id, name',
        files: [{ key: 'inventory.csv' }],
      });
    case 'ATHENA_DATA':
      return `s3://${text('Bucket', 'bucket')}/part-0\n`;
    default:
      return JSON.stringify(SAMPLE);
  }
}
