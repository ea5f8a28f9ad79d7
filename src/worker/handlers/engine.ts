import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';
import { LIMITS } from './limits';

/** Pages that the engine wants to begin with. */
const FIRST_PAGES = 256;

/** A fresh engine in memory of its own that cannot grow beyond its limit. */
export function createEngine(): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: LIMITS.pages });
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory }));
}
