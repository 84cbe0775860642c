/** `npm run build`: everything that is made of the sources, so that a server may start where nothing can be written. */
import { ensureBundle, ensureDesk, ensureInstalled } from './ensure.mjs'

ensureInstalled()
ensureDesk()
console.log(ensureBundle('server'))
