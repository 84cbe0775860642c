/** 合并 in the fold of a case: which acceptance counts, and how a case goes on when its merge is undone. */
import type { ApplicationStatus } from '../contract/index.ts'
import type { BeforeMerge, Handling } from './handling.ts'

interface Joined {
  readonly acceptedAt?: string
  readonly handling?: Handling
}

interface Stop {
  readonly from: string
  readonly to?: string
}

/** The earliest acceptance of the case itself and of all that stand merged into it. */
export function acceptanceThatCounts({ acceptedAt }: Joined, handling: Handling): Joined {
  const { acceptedItself = acceptedAt, mergedIn } = handling
  if (acceptedItself === undefined) return { handling }
  const all = [acceptedItself, ...mergedIn.flatMap(({ from }) => from.acceptedAt ?? [])].toSorted()
  return { ...(all[0] ? { acceptedAt: all[0] } : {}), handling: { ...handling, acceptedItself } }
}

interface Standing {
  readonly status: ApplicationStatus
  readonly step?: string
  readonly stepSince?: string
  readonly stops: readonly Stop[]
}

/** How a case stands just before it ends in another. */
export function asItStood({ status, step, stepSince, stops }: Standing): BeforeMerge {
  const open = stops.find(({ to }) => to === undefined)
  return {
    status,
    ...(step === undefined ? {} : { step }),
    ...(stepSince === undefined ? {} : { stepSince }),
    ...(open ? { stoppedSince: open.from } : {}),
  }
}

/** As if it had never ended: the same step, the clock running on or stopped as it was. */
export function goesOnAsItStood<S extends Stop>({
  handling,
  stops,
}: {
  readonly handling?: Handling
  readonly stops: readonly S[]
}) {
  const before = handling?.mergedInto?.before
  if (!before) return {}
  const { status, step, stepSince, stoppedSince } = before
  return {
    status,
    step,
    stepSince,
    concludedAt: undefined,
    stops: stops.map((stop) => (stop.from === stoppedSince ? { ...stop, to: undefined } : stop)),
  }
}
