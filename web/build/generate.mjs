// Makes the types of both entries from the committed OpenAPI document.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEndpoints } from '@rtk-query/codegen-openapi';
import openapiTypes, { astToString } from 'openapi-typescript';

const web = new URL('../', import.meta.url).pathname;
const schema = `${web}../openapi.json`;
const folder = mkdtempSync(join(tmpdir(), 'timeslot-'));
const header = '// Generated from openapi.json by `npm run generate`.\n';

/** Wraps each body's reference, so that the argument is called `body` however the server names its types. */
function withPlainBodies(document) {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const content = operation.requestBody?.content?.['application/json'];
    if (content?.schema.$ref) content.schema = { allOf: [content.schema] };
  }
  return document;
}

const wrapped = join(folder, 'openapi.json');
writeFileSync(wrapped, JSON.stringify(withPlainBodies(JSON.parse(readFileSync(schema, 'utf8')))));

const output = `${web}src/app/api.gen.ts`;
await generateEndpoints({
  schemaFile: wrapped,
  apiFile: `${web}src/app/base-api.ts`,
  apiImport: 'baseApi',
  outputFile: output,
  exportName: 'api',
  // The customer's endpoints belong to the public pages.
  filterEndpoints: (_name, { path }) => !path.startsWith('/api/v1/client/'),
  hooks: { queries: true, lazyQueries: false, mutations: true },
  encodePathParams: true,
});
const endpoints = readFileSync(output, 'utf8').replace(/from "[^"]*base-api"/, "from './base-api'");
writeFileSync(output, header + endpoints);
rmSync(folder, { recursive: true });

const types = await openapiTypes(new URL(`file://${schema}`));
writeFileSync(`${web}src/public/schema.gen.ts`, header + astToString(types));
