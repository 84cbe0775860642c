import { readConfig } from './config.ts'
import { runUntilStopped } from './run.ts'
import { startServer } from './start.ts'

runUntilStopped(() => startServer(readConfig()))
