import { defineConfig } from 'vite';

export default defineConfig({
  // The server puts one of its own into each answer.
  html: { cspNonce: 'NONCE' },
  build: {
    // Ships in the command's package, found from its `src` and its `dist` alike.
    rolldownOptions: { input: ['index.html', 'openapi.html'] },
    outDir: '../cli/console/dist',
    emptyOutDir: true,
    // The console's policy allows files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    target: 'baseline-widely-available',
  },
});
