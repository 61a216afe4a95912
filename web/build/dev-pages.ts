import type { Plugin } from 'vite';

const BACKEND = 'http://127.0.0.1:8080';
const DASHBOARD = /^\/(app|login|register|forgot-password|reset-password|verify-email)(\/|$|\?)/;
const DATA = /<script type="application\/json" id="timeslot-data">[\s\S]*?<\/script>/;

/**
 * While developing, gives each address its page: the dashboard's shell, or a public page with the data that the
 * running server put into its own page.
 */
export function publicPages(): Plugin {
  return {
    name: 'timeslot-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const url = request.url ?? '/';
        if (!request.headers.accept?.includes('text/html')) return next();
        if (DASHBOARD.test(url)) {
          request.url = '/app.html';
          return next();
        }
        const page = await fetch(BACKEND + url).then((answer) => answer.text());
        const html = await server.transformIndexHtml(url, shell(DATA.exec(page)?.[0] ?? ''));
        response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
      });
    },
  };
}

function shell(data: string) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Timeslot</title></head>
    <body><div id="root"></div>${data}<script type="module" src="/src/public/main.tsx"></script></body></html>`;
}
