// A small server for the built app: static files only, GET and HEAD only, strict headers.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json', '.ttf', '.wasm', '.txt']);

/**
 * The worker of handlers compiles the engine they run in, and may for that. It is bound by this policy, not by the
 * page's; the page itself, and every other worker, may not compile anything.
 */
const SANDBOX_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ');
const SANDBOX_FILE = /[\\/]assets[\\/]handlers\.worker-[\w-]+\.js$/;

/** Scripts and workers from here only; Monaco writes style elements, hence 'unsafe-inline' for styles. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The file a request path means, inside root; undefined when the path leaves it or is not one. */
export function fileOf(root, requestPath) {
  let path;
  try {
    path = decodeURIComponent(requestPath.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(normalize(root) + sep) ? file : undefined;
}

const compress = promisify(gzip);

/** Files packed once: path and time of change -> promise of the packed bytes. */
function createPacker() {
  const packed = new Map();
  return (file, changed) => {
    const key = `${file} ${changed}`;
    if (!packed.has(key))
      packed.set(
        key,
        readFile(file).then((bytes) => compress(bytes, { level: 9 })),
      );
    return packed.get(key);
  };
}

/** Serves a folder. @returns the http.Server, not yet listening */
export function createStaticServer(root) {
  const pack = createPacker();
  return createServer(async (request, response) => {
    const send = (status, headers = {}) => response.writeHead(status, { ...SECURITY_HEADERS, ...headers });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileOf(root, request.url ?? '/');
    const found = file && (await stat(file).catch(() => undefined));
    if (!file || !found?.isFile()) {
      send(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
      return;
    }
    const extension = extname(file);
    const packed = PACKED.has(extension) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const body = packed ? await pack(file, found.mtimeMs) : undefined;
    send(200, {
      ...(SANDBOX_FILE.test(file) ? { 'Content-Security-Policy': SANDBOX_POLICY } : {}),
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      // Names under /assets/ carry a hash of their content.
      'Cache-Control': file.includes(`${sep}assets${sep}`)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ...(packed
        ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }
        : { 'Content-Length': found.size }),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    if (body) response.end(body);
    else pipeline(createReadStream(file), response, () => response.end());
  });
}

/** Listens on 127.0.0.1 at the port, or at the next free one when `search` is set. @returns the port */
export function listen(server, port, search) {
  return new Promise((resolve, reject) => {
    const retry = (error) => {
      if (error.code === 'EADDRINUSE' && search && port < 65_535) resolve(listen(server, port + 1, search));
      else reject(error);
    };
    server.once('error', retry);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', retry);
      resolve(server.address().port);
    });
  });
}
