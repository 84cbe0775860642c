import { isRefusal, type Refusal } from '@mashang/kit'

/** The answer; a demonstration that is refused is a bug of its plans. */
export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${JSON.stringify(answer)}`)
  return answer
}
