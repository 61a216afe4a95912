// After both builds: one manifest for the server, and each file's compressed forms beside it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;

function mergeManifests() {
  const parts = ['app', 'public'].map((name) => join(dist, `.vite/${name}.json`));
  const whole = Object.assign({}, ...parts.map((part) => JSON.parse(readFileSync(part, 'utf8'))));
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(whole, null, 2));
  for (const part of parts) rmSync(part);
}

function compress(file) {
  const bytes = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  keepIfSmaller(`${file}.br`, brotliCompressSync(bytes, { params: quality }), bytes);
  keepIfSmaller(`${file}.gz`, gzipSync(bytes, { level: 9 }), bytes);
}

function keepIfSmaller(file, compressed, bytes) {
  if (compressed.length < bytes.length) writeFileSync(file, compressed);
}

mergeManifests();
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (
    entry.isFile() &&
    /\.(js|css|html|svg|json|webmanifest)$/.test(entry.name) &&
    !entry.parentPath.includes('.vite')
  ) {
    compress(join(entry.parentPath, entry.name));
  }
}
