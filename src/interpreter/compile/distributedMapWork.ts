import { isJsonObject, type MapState } from '../../asl';
import type { DistributedMapWork, ItemReader, ResultWriter } from '../distributed/distributedWork';
import { readReaderConfig } from '../distributed/readerConfig';
import { readWriterConfig } from '../distributed/writerConfig';
import { executionSites } from '../history/eventSite';
import type { Language } from '../language/language.types';
import type { StateProgram } from '../program';
import { seededUuid } from '../random';
import { NO_SCOPE, type ScopeCompiler } from './scopeCompiler';
import { siteOf } from './sites';

export const isDistributed = ({ ProcessorConfig }: MapState): boolean =>
  ProcessorConfig?.Mode === 'DISTRIBUTED';

export function distributedMapWork(
  definition: MapState,
  program: StateProgram,
  language: Language,
  compiler: ScopeCompiler,
): DistributedMapWork {
  return {
    processor: compiler.scope(definition.Processor ?? NO_SCOPE, undefined),
    type: definition.ProcessorConfig?.ExecutionType ?? 'STANDARD',
    label: definition.Label ?? seededUuid(0, program.ordinal),
    items: language.items(definition),
    reader: itemReader(definition, language),
    itemSelector: language.itemSelector(definition),
    batcher: language.batcher(definition),
    writer: resultWriter(definition, language),
    limits: language.mapLimits(definition),
    started: siteOf('MapStateStarted', program),
    succeeded: siteOf('MapStateSucceeded', program),
    failed: siteOf('MapStateFailed', program),
    run: {
      started: siteOf('MapRunStarted', program),
      succeeded: siteOf('MapRunSucceeded', program),
      failed: siteOf('MapRunFailed', program),
      aborted: siteOf('MapRunAborted', program),
      redriven: siteOf('MapRunRedriven', program),
    },
    executionSites: executionSites(program),
    iteration: undefined,
  };
}

function itemReader(definition: MapState, language: Language): ItemReader | undefined {
  const fields = language.reader(definition);
  const { ItemReader: written } = definition;
  if (fields === undefined || !isJsonObject(written)) return undefined;
  return { ...fields, config: readReaderConfig(written) };
}

function resultWriter(definition: MapState, language: Language): ResultWriter | undefined {
  const { ResultWriter: written } = definition;
  if (!isJsonObject(written)) return undefined;
  const destination = written.Resource === undefined ? undefined : language.destination(definition);
  return { destination, config: readWriterConfig(written) };
}
