/**
 * Security headers, made once. The policy allows no inline script or style but those that carry the nonce of
 * the one answer they stand in.
 */
export interface SecurityHeaders {
  /** For JSON and files. */
  readonly plain: Readonly<Record<string, string>>
  /** For pages. */
  readonly page: Readonly<Record<string, string>>
  /** The page's policy with a nonce. */
  policyWith(nonce: string): string
}

const DIRECTIVES = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
]

export function securityHeaders(secure: boolean): SecurityHeaders {
  const ends = secure ? ['upgrade-insecure-requests'] : []
  const policy = (sources: string) =>
    [...DIRECTIVES, `script-src ${sources}`, `style-src ${sources}`, ...ends].join('; ')
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  return {
    // A file that someone uploaded must never run as a page of this site, even when opened by its address.
    plain: { ...common, 'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox" },
    page: { ...common, 'content-security-policy': policy("'self'") },
    policyWith: (nonce) => policy(`'self' 'nonce-${nonce}'`),
  }
}
