import { rehearse } from './language/rehearse';
import { createLanguageHost } from './languageHost';
import type { ToLanguageWorker } from './protocol';

const receive = createLanguageHost((message) => postMessage(message));
addEventListener('message', (event: MessageEvent<ToLanguageWorker>) => void receive(event.data));
rehearse();
