import type { Plugin } from 'vite'

const ASKED = /if \(csp\?\.nonce\) \{\s*styleNode\.nonce = csp\?\.nonce;\s*\}/
const FALLS_BACK =
  "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';"

/**
 * Ant Design hands its nonce to all its own styles but not to the few that its portals write (the scroll lock of a
 * dialog, the width of a scroll bar). Under the strict policy of the server these were refused; here they fall back
 * to the nonce the page came with. The build fails if that place is ever written differently.
 */
export function noncePlugin(): Plugin {
  return {
    name: 'mashang-style-nonce',
    apply: 'build',
    transform: {
      filter: { id: /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/ },
      handler(code) {
        if (!ASKED.test(code))
          throw new Error(
            '@rc-component/util sets its nonce in another way; look at apps/desk/build/nonce-plugin.ts',
          )
        return code.replace(ASKED, FALLS_BACK)
      },
    },
  }
}
