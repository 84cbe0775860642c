import type { ComponentType } from 'react'
import type { ActionName } from '../../words/actions.ts'
import type { FormProps } from './action-form.tsx'
import { ExtendForm, ResumeClockForm, StopClockForm } from './clock-forms.tsx'
import { CorrectOnTheSpotForm } from './correct-on-the-spot-form.tsx'
import { RequestCorrectionForm } from './request-correction-form.tsx'
import { ConcludeStepForm, DecideForm } from './review-forms.tsx'
import { AcceptForm, DeclineForm, DeliverForm, NotNeededForm, RemindForm } from './simple-forms.tsx'

const FORMS: Readonly<Record<ActionName, ComponentType<FormProps>>> = {
  accept: AcceptForm,
  'request-correction': RequestCorrectionForm,
  'correct-on-the-spot': CorrectOnTheSpotForm,
  decline: DeclineForm,
  'not-needed': NotNeededForm,
  'conclude-step': ConcludeStepForm,
  decide: DecideForm,
  'resume-clock': ResumeClockForm,
  'stop-clock': StopClockForm,
  extend: ExtendForm,
  deliver: DeliverForm,
  remind: RemindForm,
}

export function ActionFormFor({ name, ...props }: FormProps & { readonly name: ActionName }) {
  const Form = FORMS[name]
  return <Form {...props} />
}
