import { isJsonObject, type JsonObject } from '../../asl';

/** How a ResultWriter shapes the results. Source: states.md 9.3. */
export interface WriterConfig {
  /**
   * `NONE`: records of the child executions; `COMPACT`: their outputs; `FLATTEN`: their outputs, arrays among them
   * opened. A child that failed is a record in each.
   */
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}

/** Without a ResultWriter. */
export const PLAIN_RESULTS: WriterConfig = { transformation: 'COMPACT', outputType: 'JSON' };

/** @param writer the ResultWriter field as written */
export function readWriterConfig(writer: JsonObject): WriterConfig {
  const config = isJsonObject(writer.WriterConfig) ? writer.WriterConfig : {};
  const { Transformation } = config;
  const known = Transformation === 'NONE' || Transformation === 'COMPACT' || Transformation === 'FLATTEN';
  return {
    transformation: known ? Transformation : writer.Resource === undefined ? 'COMPACT' : 'NONE',
    outputType: config.OutputType === 'JSONL' ? 'JSONL' : 'JSON',
  };
}
