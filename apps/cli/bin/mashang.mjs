#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { ensureBundle } from '../../../scripts/ensure.mjs'

await import(pathToFileURL(ensureBundle('mashang')).href)
