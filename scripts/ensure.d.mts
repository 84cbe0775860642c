export declare const ROOT: string
export declare function ensureBundle(program: 'server' | 'demo' | 'mashang'): string
