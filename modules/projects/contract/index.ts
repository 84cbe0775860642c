export { projectsEndpoints } from './endpoints.ts'
export * from './entries.ts'
export * from './project.ts'
