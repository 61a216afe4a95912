// Serves the built client as the product would, with the same content security policy, and answers from fixtures.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { clientBooking, eventType, host, pages, slotsOf, slotTaken, TOKEN } from './fixtures.mjs';
import { hostAnswers } from './host-fixtures.mjs';

const dist = new URL('../dist/', import.meta.url).pathname;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const DASHBOARD = /^\/(app|login|register|forgot-password|reset-password|verify-email)(\/|$)/;
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

function publicPage(data) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const entry = manifest['src/public/main.tsx'];
  const styles = entry.css.map((file) => `<link rel="stylesheet" href="/${file}">`).join('');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Timeslot</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${styles}
    <script type="module" src="/${entry.file}"></script></head>
    <body><div id="root"></div><script type="application/json" id="timeslot-data">${json}</script></body></html>`;
}

/** What the host asks since a customer opened the page. */
const NEW_QUESTION = { id: 'q9', kind: 'text', label: 'How many of you?', required: true };

function customerAnswer(method, path, query, body) {
  if (path.endsWith('/slots')) return [200, slotsOf(query.get('from'), query.get('time_zone'))];
  if (method === 'GET' && path === '/api/v1/client/pages/ada/design-review') {
    const questions = [...eventType.questions, NEW_QUESTION];
    return [200, { host, event_type: { ...eventType, questions } }];
  }
  if (method === 'POST' && path === '/api/v1/client/bookings') {
    if (body.email === 'late@example.com') return [409, slotTaken];
    if (body.email === 'gone@example.com') return null;
    if (body.email === 'often@example.com') {
      const detail = 'Too many requests of this kind. Please try again in 30 seconds.';
      return [429, { type: '/problems/too-many-requests', title: 'Too many requests', status: 429, detail }];
    }
    if (body.email === 'asked@example.com' && !body.answers.some(({ question_id: id }) => id === 'q9')) {
      const errors = [{ field: 'answers.q9', message: 'is needed' }];
      const detail = 'Some fields are wrong.';
      return [422, { type: '/problems/invalid', title: 'Invalid', status: 422, detail, errors }];
    }
    return [
      201,
      {
        booking: { ...clientBooking, start: body.start, name: body.name, email: body.email },
        manage_token: TOKEN,
      },
    ];
  }
  if (path.endsWith('/cancel'))
    return [
      200,
      { booking: { ...clientBooking, state: 'cancelled', can_cancel: false, can_reschedule: false } },
    ];
  if (path.endsWith('/reschedule')) return [200, { booking: { ...clientBooking, start: body.start } }];
  return method === 'POST' ? [204] : null;
}

function answer(method, url, body) {
  const { pathname: path, searchParams: query } = url;
  const found = path.startsWith('/api/v1/client/')
    ? customerAnswer(method, path, query, body)
    : hostAnswers(method, path, query, body);
  return (
    found ?? [
      404,
      { type: '/problems/not-found', title: 'Not found', status: 404, detail: `Nothing at ${path}.` },
    ]
  );
}

function sendJson(response, [status, data]) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response
    .writeHead(status, { 'content-type': type })
    .end(data === undefined ? undefined : JSON.stringify(data));
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : {};
}

/** The open streams of the dashboards, to which a test can say what happened. */
const streams = new Set();

async function handle(request, response) {
  const url = new URL(request.url, 'http://localhost');
  const path = url.pathname;
  if (path.endsWith('/stream')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (path === '/api/v1/user/stream') {
      streams.add(response);
      response.on('close', () => streams.delete(response));
    }
    return response.write('event: hello\ndata: {"version":1}\n\n');
  }
  if (path === '/healthz') return response.writeHead(200).end('ok');
  if (path.startsWith('/api/'))
    return sendJson(response, answer(request.method, url, await readBody(request)));
  const file = join(dist, path);
  if (extname(path) in TYPES && existsSync(file)) {
    return response.writeHead(200, { 'content-type': TYPES[extname(path)] }).end(readFileSync(file));
  }
  const html = DASHBOARD.test(path)
    ? readFileSync(join(dist, 'app.html'))
    : publicPage(pages[path] ?? { page: 'not_found' });
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    .end(html);
}

/** Starts on a free port of the loopback; gives the address, what stops it, and what speaks to the open dashboards or cuts their streams. */
export function startMockServer() {
  const server = createServer(handle);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = () => {
        server.closeAllConnections();
        server.close();
      };
      const say = (event, data = {}) => {
        for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      const cut = () => {
        for (const stream of streams) stream.destroy();
      };
      const base = `http://127.0.0.1:${server.address().port}`;
      resolve({ base, stop, say, cut, streams: () => streams.size });
    });
  });
}
