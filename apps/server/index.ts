export { type Config, readConfig } from './config.ts'
export { createLogger } from './logger.ts'
export { createModules, MIGRATIONS, type Modules, TABLES } from './modules.ts'
export { type RunningServer, type StartOptions, startServer } from './start.ts'
