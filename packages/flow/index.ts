export * from './definition.ts'
export * from './field.ts'
