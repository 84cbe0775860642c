/** 前期辅导 — who guides, what the list owes its reader, and how meetings are held and followed. Pure. */
import type { LegalDay, StaffRole } from '@mashang/kit'
import { type Refusal, refuse } from '@mashang/kit'
import type { GuidanceEntries, GuidanceList, Party } from '../contract/index.ts'
import { OWNER } from '../contract/index.ts'
import type { Meeting, Project } from './state.ts'

/** Guidance is asked for once; more questions are put to the assistant. */
export function guidanceIsAskedForOnce({ guidance, withdrawn }: Project): Refusal | undefined {
  if (withdrawn) return refuse('project-withdrawn')
  return guidance ? refuse('guidance-requested-already', { rule: 'guidanceIsAskedForOnce' }) : undefined
}

/** Who may guide: those who handle or decide cases of the office. */
export function officersOf<T extends { readonly roles: readonly StaffRole[] }>(
  colleagues: readonly T[],
): readonly T[] {
  return colleagues.filter(({ roles }) =>
    roles.some((role) => role === 'handling-officer' || role === 'approval-head'),
  )
}

/** The office that leads the first stage names the assistant, one of its own. */
export function theLeadOfficeNamesTheAssistant(
  { guidance }: Project,
  lead: string,
  organ: string,
  colleagues: readonly { readonly id: string; readonly name: string }[],
  id: string,
): { readonly id: string; readonly name: string } | Refusal {
  const rule = 'theLeadOfficeNamesTheAssistant'
  if (!guidance) return refuse('guidance-not-requested', { rule })
  if (organ !== lead) return refuse('not-the-lead-office', { rule })
  return colleagues.find((one) => one.id === id) ?? refuse('assistant-not-of-office', { rule })
}

/** What is said to the owner is said by the assistant who answers for it. */
export function onlyTheAssistantGuides({ guidance }: Project, id: string): Refusal | undefined {
  const rule = 'onlyTheAssistantGuides'
  if (!guidance) return refuse('guidance-not-requested', { rule })
  return guidance.assistant?.assistant.id === id
    ? undefined
    : refuse('not-the-assistant', { rule, facts: { assistant: guidance.assistant?.assistant.name ?? '—' } })
}

/** 一次告知：what stands on the list was told; what does not is named with its reason, once, and is counted. */
export function aMaterialNamedLaterIsNotOnTheList(
  { guidance }: Project,
  material: string,
): Refusal | undefined {
  const rule = 'aMaterialNamedLaterIsNotOnTheList'
  const list = guidance?.lists.at(-1)?.list
  if (!guidance || !list) return refuse('list-not-given', { rule })
  const named = isOnList(list, material) || guidance.later.some((one) => one.material === material.trim())
  return named ? refuse('material-named-already', { rule, facts: { material: material.trim() } }) : undefined
}

/** Whether a material of this name stands on the list. */
function isOnList({ materials }: GuidanceList, name: string): boolean {
  const wanted = name.trim()
  return materials.some(({ name: { zh, en } }) => zh === wanted || en === wanted)
}

/** A meeting is called for a day that is not over, with at least one office. */
export function aMeetingIsCalledAhead(
  on: LegalDay,
  today: LegalDay,
  offices: readonly string[],
  known: ReadonlySet<string>,
): Refusal | undefined {
  const rule = 'aMeetingIsCalledAhead'
  if (on < today) return refuse('meeting-day-past', { rule, facts: { on, today } })
  const unknown = offices.find((one) => !known.has(one))
  return unknown ? refuse('organ-unknown', { rule, facts: { organ: unknown } }) : undefined
}

/** Who is invited to a meeting: its offices, that of its caller, and the owner. */
export function invitedTo({ offices, organ }: Meeting): readonly Party[] {
  return [...new Set([OWNER, organ, ...offices])]
}

/** Only who is invited answers, while the meeting stands ahead. */
export function onlyTheInvitedAnswer(meeting: Meeting, party: Party): Refusal | undefined {
  const rule = 'onlyTheInvitedAnswer'
  if (meeting.cancelled !== undefined || meeting.minutes)
    return refuse('meeting-over', { rule, facts: { subject: meeting.subject } })
  return invitedTo(meeting).includes(party) ? undefined : refuse('meeting-not-invited', { rule })
}

type Written = Pick<GuidanceEntries['minutes-written'], 'present' | 'points'>

/** 会议纪要: written once the day has come; each point has one who answers for it and a last day after the meeting. */
export function everyPointHasItsOfficeAndDay(
  meeting: Meeting,
  { present, points }: Written,
  today: LegalDay,
): Refusal | undefined {
  const rule = 'everyPointHasItsOfficeAndDay'
  if (meeting.cancelled !== undefined || meeting.minutes)
    return refuse('meeting-over', { rule, facts: { subject: meeting.subject } })
  if (today < meeting.on) return refuse('meeting-not-held-yet', { rule, facts: { on: meeting.on } })
  const invited = invitedTo(meeting)
  const stranger = [...present, ...points].find(({ party }) => !invited.includes(party))
  if (stranger) return refuse('meeting-not-invited', { rule })
  if (present.length === 0) return refuse('minutes-name-nobody', { rule })
  const early = points.find(({ due }) => due <= meeting.on)
  return early
    ? refuse('point-due-too-early', { rule, facts: { due: early.due, on: meeting.on } })
    : undefined
}

/** Minutes bind who was there and signed; nobody signs for another, and nobody twice. */
export function onlyThosePresentSign(meeting: Meeting, party: Party): Refusal | undefined {
  const rule = 'onlyThosePresentSign'
  if (!meeting.minutes) return refuse('minutes-not-written', { rule })
  const own = meeting.minutes.present.find((one) => one.party === party)
  if (!own) return refuse('minutes-not-present', { rule })
  return own.signedAt === undefined ? undefined : refuse('minutes-signed-already', { rule })
}

/** A point of signed minutes is reported done by whom it binds, once. */
export function aPointIsClosedByWhomItBinds(
  meeting: Meeting,
  point: string,
  party: Party,
): Refusal | undefined {
  const rule = 'aPointIsClosedByWhomItBinds'
  if (meeting.minutes?.final === undefined) return refuse('minutes-not-signed', { rule })
  const found = meeting.minutes.points.find(({ id }) => id === point)
  if (!found || found.party !== party) return refuse('point-not-yours', { rule })
  return found.doneAt === undefined ? undefined : refuse('point-done-already', { rule })
}
