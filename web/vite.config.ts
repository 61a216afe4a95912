import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { publicPages } from './build/dev-pages.ts';

// Two builds into one folder: the public pages run on Preact, which halves what a customer downloads; the dashboard
// runs on React. An alias holds for a whole build, so one build can't serve both.
const preact = {
  react: 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

export default defineConfig(({ mode }) => {
  const isPublic = mode === 'public';
  return {
    plugins: [react(), tailwindcss(), publicPages()],
    resolve: isPublic ? { alias: preact } : {},
    build: {
      target: 'es2022',
      emptyOutDir: !isPublic,
      manifest: isPublic ? '.vite/public.json' : '.vite/app.json',
      modulePreload: { polyfill: false },
      // Everything is a file of its own: the content security policy knows no data: scripts or styles.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: isPublic ? 'src/public/main.tsx' : 'app.html',
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
    test: {
      environment: 'jsdom',
      setupFiles: ['tests/setup.ts'],
      include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
      env: { TZ: 'UTC' },
      restoreMocks: true,
      testTimeout: 20_000,
    },
  };
});
