import type { JsonObject } from '../../asl';
import type { CheckedState } from './checkedState';
import { exactlyOne, notSupported, oneOf, required } from './report';
import { objectOf } from './values';

const READERS = /^arn:[\w-]+:states:::s3:(getObject|listObjectsV2)$/;

/** A Map's processor, reader and label. */
export function checkMap(state: CheckedState): void {
  const { fields, location, express, report } = state;
  const field = Object.hasOwn(fields, 'ItemProcessor') ? 'ItemProcessor' : 'Iterator';
  const processor = objectOf(fields[field]);
  if (!processor) {
    report.schema(exactlyOne(['ItemProcessor', 'Iterator']), location);
    return;
  }
  const at = `${location}/${field}`;
  if (Object.hasOwn(processor, 'QueryLanguage')) report.schema(notSupported('QueryLanguage'), at);
  const config = objectOf(processor.ProcessorConfig);
  const distributed = config?.Mode === 'DISTRIBUTED';
  if (distributed && express) {
    report.schema(
      "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
      `${at}/ProcessorConfig`,
    );
  }
  if (config) checkConfig(config, distributed, `${at}/ProcessorConfig`, state);
  const reader = objectOf(fields.ItemReader);
  if (reader) checkReader(reader, `${location}/ItemReader`, state);
  if (typeof fields.Label === 'string' && fields.Label.length > 40) {
    report.add(
      'INVALID_LABEL_NAME',
      `The label '${fields.Label}' exceeds the 40-character limit allowed by the service`,
      `${location}/Label`,
    );
  }
}

function checkConfig(
  config: JsonObject,
  distributed: boolean,
  location: string,
  { report }: CheckedState,
): void {
  const { ExecutionType: type } = config;
  if (!distributed && type !== undefined) report.schema(notSupported('ExecutionType'), location);
  if (!distributed) return;
  if (type === undefined) report.schema(required(['ExecutionType']), location);
  else if (type !== 'STANDARD' && type !== 'EXPRESS') {
    report.schema(oneOf(['STANDARD', 'EXPRESS']), `${location}/ExecutionType`);
  }
}

function checkReader(reader: JsonObject, location: string, { report }: CheckedState): void {
  if (typeof reader.Resource !== 'string' || !READERS.test(reader.Resource)) {
    report.schema("The field 'Resource' does not match any of the allowed values", `${location}/Resource`);
  }
  const config = objectOf(reader.ReaderConfig);
  if (!config) return;
  const at = `${location}/ReaderConfig`;
  const header = config.CSVHeaderLocation;
  if (config.InputType === 'CSV' && header === undefined) {
    report.schema("The field 'CSVHeaderLocation' is required", at);
  }
  if (config.InputType === 'JSON' && header !== undefined)
    report.schema(notSupported('CSVHeaderLocation'), at);
  if (header === 'GIVEN' && config.CSVHeaders === undefined) report.schema(required(['CSVHeaders']), at);
}
