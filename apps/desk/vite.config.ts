import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractPlugin } from './build/contract-plugin.ts'
import { noncePlugin } from './build/nonce-plugin.ts'
import { packPlugin } from './build/pack-plugin.ts'

/** Where `npm run dev` finds the server; everything but the desk itself goes there. */
const SERVER = 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/desk/',
  plugins: [react(), contractPlugin(), noncePlugin(), packPlugin()],
  // The server puts the nonce of each answer in place of this word; see README.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: fonts and no inline modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': SERVER },
  },
})
