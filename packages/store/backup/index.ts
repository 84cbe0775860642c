export { type BackupOptions, backup } from './backup.ts'
export { type BackupProgress, type Manifest, readManifest } from './manifest.ts'
export { type Restored, type RestoreOptions, restore } from './restore.ts'
