// Node 20 cannot read TypeScript by itself and a thread does not inherit tsx from its parent, so it is registered
// here. A bundle starts its own copy of worker.ts and does not come through this file.
if (!process.features.typescript) (await import('tsx/esm/api')).register()
await import('./worker.ts')
