import type { ComponentType } from 'react'
import type { ActionName } from '../../words/actions.ts'
import type { FormProps } from './action-form.tsx'
import { APPEAL_CARD, RULE_ON_CARD } from './card-acts.ts'
import { CorrectOnTheSpotForm } from './correct-on-the-spot-form.tsx'
import { DeclineForm } from './decline-form.tsx'
import { DeliverForm } from './deliver-form.tsx'
import { type Act, FieldsForm } from './fields-form.tsx'
import { ReassignForm, TransferForm } from './handing-on-forms.tsx'
import * as HANDLING from './handling-acts.ts'
import * as PROCEDURE from './procedure-acts.ts'
import { GIVE_OPINION, REQUEST_OPINIONS, RETURN_TO_STEP } from './proceedings-acts.ts'
import { AcceptForm, ExtendForm, NotNeededForm, RemindForm, ResumeClockForm } from './reason-forms.tsx'
import { RectifyForm } from './rectify-form.tsx'
import { RequestCorrectionForm } from './request-correction-form.tsx'
import { ConcludeStepForm, DecideForm } from './review-forms.tsx'
import { SawOriginalForm } from './saw-original-form.tsx'
import { StopClockForm } from './stop-clock-form.tsx'

const formOf = (act: Act) => (props: FormProps) => <FieldsForm act={act} {...props} />

const FORMS: Readonly<Record<ActionName, ComponentType<FormProps>>> = {
  acceptApplication: AcceptForm,
  requestCorrection: RequestCorrectionForm,
  correctOnTheSpot: CorrectOnTheSpotForm,
  declineApplication: DeclineForm,
  findNotNeeded: NotNeededForm,
  giveOpinion: formOf(GIVE_OPINION),
  requestOpinions: formOf(REQUEST_OPINIONS),
  returnToStep: formOf(RETURN_TO_STEP),
  announce: formOf(PROCEDURE.ANNOUNCE),
  answerObjection: formOf(PROCEDURE.ANSWER_OBJECTION),
  offerHearing: formOf(PROCEDURE.OFFER_HEARING),
  requestHearing: formOf(PROCEDURE.REQUEST_HEARING),
  setHearing: formOf(PROCEDURE.SET_HEARING),
  recordHearing: formOf(PROCEDURE.RECORD_HEARING),
  formPanel: formOf(PROCEDURE.FORM_PANEL),
  recordExpertOpinion: formOf(PROCEDURE.RECORD_EXPERT_OPINION),
  concludePanel: formOf(PROCEDURE.CONCLUDE_PANEL),
  concludeStep: ConcludeStepForm,
  decideApplication: DecideForm,
  resumeClock: ResumeClockForm,
  stopClock: StopClockForm,
  extendLimit: ExtendForm,
  deliverResult: DeliverForm,
  sawOriginal: SawOriginalForm,
  appealCard: formOf(APPEAL_CARD),
  ruleOnCard: formOf(RULE_ON_CARD),
  reassignCase: ReassignForm,
  offerTransfer: TransferForm,
  takeTransfer: formOf(HANDLING.TAKE_TRANSFER),
  sendTransferBack: formOf(HANDLING.SEND_TRANSFER_BACK),
  ruleOnTransfer: formOf(HANDLING.RULE_ON_TRANSFER),
  mergeCase: formOf(HANDLING.MERGE_CASE),
  undoMerge: formOf(HANDLING.UNDO_MERGE),
  proposeRectification: RectifyForm,
  confirmRectification: formOf(HANDLING.CONFIRM_RECTIFICATION),
  rejectRectification: formOf(HANDLING.REJECT_RECTIFICATION),
  remindOffice: RemindForm,
}

export function ActionFormFor({ name, ...props }: FormProps & { readonly name: ActionName }) {
  const Form = FORMS[name]
  return <Form {...props} />
}
