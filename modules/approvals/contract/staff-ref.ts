/** A member of staff as an entry names him. */
export interface StaffRef {
  readonly id: string
  readonly name: string
}
