import { FieldDesigner } from './field-designer.tsx'

/** 表单: the questions of the application, with what applicants will see. */
export function FormSection() {
  return <FieldDesigner path="fields" />
}
