/**
 * 草稿 — a draft outlives versions of its item: which one it is held to, and what of it that version no longer asks.
 */
import { type Field, type FormContext, type FormValues, fieldText, type ServiceItem } from '@mashang/flow'
import type { Draft } from '../contract/index.ts'
import type { ItemStanding } from './submission.ts'

/** The version that a draft was begun with, and the one it is held to. */
export interface Versions {
  readonly begun: ServiceItem
  readonly item: ServiceItem
}

/** Only what is in force can be applied for, so what a draft was begun with gives way as soon as it is superseded. */
export function draftIsHeldToTheVersionInForce(
  begun: ServiceItem,
  standing: ItemStanding | undefined,
): ServiceItem {
  return standing?.item ?? begun
}

/** Answers to questions of the earlier version that are no longer asked, and the rest, which the form may hold. */
export function partedForm(
  { begun, item }: Versions,
  form: FormValues,
): { readonly asked: FormValues; readonly setAside: FormValues } {
  const asks = (of: ServiceItem, id: string) => of.fields.some((field) => field.id === id)
  const isSetAside = ([id]: [string, unknown]) => asks(begun, id) && !asks(item, id)
  const entries = Object.entries(form)
  return {
    asked: Object.fromEntries(entries.filter((entry) => !isSetAside(entry))),
    setAside: Object.fromEntries(entries.filter(isSetAside)),
  }
}

/** What was given under the version before and has no place in the one now: nothing typed goes without a word. */
export function leftBehind(
  { begun, item }: Versions,
  { form, materials }: { readonly form: FormValues; readonly materials: Draft['materials'] },
  regionNames: FormContext['regionNames'],
): NonNullable<Draft['renewed']>['leftBehind'] {
  const answers = begun.fields.flatMap((field) => {
    const inChinese = (of: Field) => fieldText(of, form[field.id], 'zh', regionNames)
    const now = item.fields.find(({ id }) => id === field.id)
    const zh = inChinese(field)
    if (zh === '' || (now?.type === field.type && inChinese(now) === zh)) return []
    return [{ label: field.label, text: { zh, en: fieldText(field, form[field.id], 'en', regionNames) } }]
  })
  const files = begun.materials.flatMap(({ id, name }) => {
    const given = materials.find(({ material }) => material === id)?.files ?? []
    const isAsked = item.materials.some((material) => material.id === id)
    return isAsked || given.length === 0
      ? []
      : [{ label: name, text: { zh: namesOf(given, '、'), en: namesOf(given, ', ') } }]
  })
  return [...answers, ...files]
}

function namesOf(files: readonly { readonly name: string }[], between: string): string {
  return files.map(({ name }) => name).join(between)
}
