// Makes the types of both entries from the committed OpenAPI document. With `--check` it only says whether they are
// still what the document gives.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEndpoints } from '@rtk-query/codegen-openapi';
import openapiTypes, { astToString } from 'openapi-typescript';

const web = new URL('../', import.meta.url).pathname;
const schema = `${web}../openapi.json`;
const header = '// Generated from openapi.json by `npm run generate`.\n';
const folder = mkdtempSync(join(tmpdir(), 'timeslot-'));

/** Wraps each body's reference, so that the argument is called `body` however the server names its types. */
function withPlainBodies(document) {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const content = operation.requestBody?.content?.['application/json'];
    if (content?.schema.$ref) content.schema = { allOf: [content.schema] };
  }
  return document;
}

/** The dashboard's endpoints with their types; the customer's belong to the public pages. */
async function endpoints() {
  const wrapped = join(folder, 'openapi.json');
  const output = join(folder, 'api.gen.ts');
  writeFileSync(wrapped, JSON.stringify(withPlainBodies(JSON.parse(readFileSync(schema, 'utf8')))));
  await generateEndpoints({
    schemaFile: wrapped,
    apiFile: './base-api.ts',
    apiImport: 'baseApi',
    outputFile: output,
    exportName: 'api',
    filterEndpoints: (_name, { path }) => !path.startsWith('/api/v1/client/'),
    hooks: { queries: true, lazyQueries: false, mutations: true },
    encodePathParams: true,
  });
  return readFileSync(output, 'utf8').replace(/from ['"][^'"]*base-api['"]/, "from './base-api'");
}

async function types() {
  return astToString(await openapiTypes(new URL(`file://${schema}`)));
}

const made = { 'src/app/api.gen.ts': await endpoints(), 'src/public/schema.gen.ts': await types() };
rmSync(folder, { recursive: true });

for (const [file, text] of Object.entries(made)) {
  if (!process.argv.includes('--check')) writeFileSync(web + file, header + text);
  else if (readFileSync(web + file, 'utf8') !== header + text) {
    console.error(`web/${file} is stale: run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
  }
}
