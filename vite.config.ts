import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `from 'antd'` puts all of antd into the first page (400 kB instead of 110); only `antd/es/…` is let through. */
const deepImportsOnly: Plugin = {
  name: 'daylight:deep-imports-only',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== 'antd' || importer?.includes('/node_modules/')) return null
    throw new Error(`import the part, not all of antd: antd/es/table instead of antd (in ${importer ?? 'unknown'})`)
  },
}

// The staff application. Citizens' pages are written by the server and need no build.
export default defineConfig({
  root: here('./app'),
  base: '/staff/',
  publicDir: false,
  cacheDir: here('./.cache/vite'),
  plugins: [deepImportsOnly, react()],
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
