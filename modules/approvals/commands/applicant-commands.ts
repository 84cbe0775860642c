import type { FormValues } from '@mashang/flow'
import { type Handlers, isRefusal, refuse } from '@mashang/kit'
import type { applicationEndpoints, GivenMaterial } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { aCorrectionKeepsItsLicence } from '../licences/rules/acted-on.ts'
import { correctionAnswersEveryPoint, withdraw } from '../rules/intake.ts'
import { standingOf } from '../rules/reading.ts'
import { everyRequiredMaterialIsGiven, formFitsItsDefinition } from '../rules/submission.ts'
import { findCase } from '../store/cases.ts'
import { refuseUnregisteredProject } from '../store/projects.ts'
import { findGiven, keepUpload } from '../store/uploads.ts'
import { commandOnCase } from './desk-command.ts'

type ApplicantCommands = Pick<
  Handlers<typeof applicationEndpoints>,
  'correctApplication' | 'withdrawApplication' | 'addCorrectionFile' | 'uploadFile'
>

/** What the applicant does with his own case after submission. */
export function applicantCommands(inside: Inside): ApplicantCommands {
  return {
    correctApplication: (request) =>
      commandOnCase(inside, request, async ({ application, item }) => {
        const context = { now: inside.clock.now(), regionNames: inside.city.regions.names }
        const values = { ...application.form, ...request.input.form } as FormValues
        const form = formFitsItsDefinition(item, values, context)
        if (isRefusal(form)) return form
        const unregistered = await refuseUnregisteredProject(inside, item, form)
        if (unregistered) return unregistered
        const exchanged = aCorrectionKeepsItsLicence(application.licence, item, form)
        if (exchanged) return exchanged
        const owner = application.applicant.personId
        const given = await findGiven(inside, owner, request.input.materials, application.materials)
        if (isRefusal(given)) return given
        const materials = replaced(application.materials, given)
        return (
          everyRequiredMaterialIsGiven(item, form, materials) ??
          correctionAnswersEveryPoint(application, form, materials)
        )
      }),
    withdrawApplication: (request) =>
      commandOnCase(inside, request, ({ application }) => withdraw(application, request.input.reason)),
    addCorrectionFile: async ({ who, params, query, upload }) => {
      const found = await findCase(inside, params.id)
      if (!found || standingOf(who, found.application, found.item) !== 'applicant')
        return refuse('case-not-found')
      const material = found.item.materials.find(({ id }) => id === query.material)
      if (query.material !== undefined && !material)
        return refuse('material-not-in-item', { facts: { material: query.material } })
      return keepUpload(inside, found.application.applicant.personId, upload, material)
    },
    uploadFile: async ({ who, upload }) => {
      const owner = who.kind === 'citizen' || who.kind === 'machine' ? who.id : ''
      return keepUpload(inside, owner, upload)
    },
  }
}

/** Materials that a correction names take the place of those before; the others stay. */
function replaced(
  before: readonly GivenMaterial[],
  given: readonly GivenMaterial[],
): readonly GivenMaterial[] {
  const named = new Set(given.map((one) => one.material))
  const again = given.map((one) => before.find((old) => isSame(old, one)) ?? one)
  return [...before.filter((one) => !named.has(one.material)), ...again]
}

/** The very same files keep what a clerk has seen of them. */
function isSame(before: GivenMaterial, now: GivenMaterial): boolean {
  const digests = ({ files }: GivenMaterial) => files.map(({ digest }) => digest).join()
  return before.material === now.material && digests(before) === digests(now)
}
