/** The part of js-yaml that the loader uses; the package brings no types of its own. */
declare module 'js-yaml' {
  export const CORE_SCHEMA: unique symbol
  /** Reads one document; throws a `YAMLException`. */
  export function load(text: string, options: { schema: typeof CORE_SCHEMA; filename?: string }): unknown
  export class YAMLException extends Error {
    reason: string
    /** `line` counts from 0. */
    mark?: { line: number; column: number }
  }
}
