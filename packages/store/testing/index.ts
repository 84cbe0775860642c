export { emptyDatabase, type TestDatabase, type TestDatabaseOptions, testDatabase } from './database.ts'
export { type TestStore, testStore } from './store.ts'
