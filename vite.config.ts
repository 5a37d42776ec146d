import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The staff application. Citizens' pages are written by the server and need no build.
export default defineConfig({
  root: here('./app'),
  base: '/staff/',
  publicDir: false,
  cacheDir: here('./.cache/vite'),
  plugins: [react()],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: 'assets',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
})
