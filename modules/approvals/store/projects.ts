import type { FormValues, ServiceItem } from '@mashang/flow'
import type { Refusal } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import { applicationNeedsARegisteredProject, projectCodesIn } from '../rules/project-code.ts'

/** Asks for each project code of an application whether it is registered, and refuses one that is not. */
export async function refuseUnregisteredProject(
  { isProjectRegistered }: Inside,
  item: ServiceItem,
  form: FormValues,
): Promise<Refusal | undefined> {
  const codes = projectCodesIn(item, form)
  const registered = new Set<string>()
  for (const { code } of codes) if (await isProjectRegistered(code)) registered.add(code)
  return applicationNeedsARegisteredProject(codes, registered)
}
