import { zodResolver } from '@hookform/resolvers/zod';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { Problem } from '../../lib/http';
import { focusFirstError } from '../../look/field';
import {
  type EventType,
  type Schedule,
  useCreateEventTypeMutation,
  useUpdateEventTypeMutation,
} from '../api';
import { placeProblem } from '../ui/form';
import { changesIn, useTheirs } from '../ui/use-theirs';
import { type EventTypeValues, eventTypeSchema } from './schema';
import { freshValues, toBody, toValues } from './values';

/** What the form calls otherwise than the API. */
const FORM_NAMES = {
  date_range: 'range_from',
  'date_range.from': 'range_from',
  'date_range.to': 'range_to',
  reminders_minutes: 'reminders',
  visibility: 'is_listed',
} as const;

/** The form of an event type with its way to the server; `save` tells what came back, or `null` where something is refused. */
export function useEventTypeForm(eventType: EventType | undefined, schedules: Schedule[]) {
  const usual = schedules.find(({ is_default: isDefault }) => isDefault) ?? schedules[0];
  const form = useForm<EventTypeValues>({
    resolver: zodResolver(eventTypeSchema),
    defaultValues: eventType ? toValues(eventType) : freshValues(usual?.id ?? ''),
  });
  const element = useRef<HTMLFormElement>(null);
  const theirs = useTheirs(form, eventType ? toValues(eventType) : null);
  const [create, creating] = useCreateEventTypeMutation();
  const [update, updating] = useUpdateEventTypeMutation();

  // A refused field may lie in a fold, which opens before it can have the focus.
  const toRefused = () => focusFirstError(element.current);
  const send = (values: EventTypeValues) => {
    if (!eventType) return create({ body: toBody(values) });
    const before = toBody(form.formState.defaultValues as EventTypeValues);
    return update({ id: eventType.id, body: changesIn(before, toBody(values)) });
  };
  const save = async (): Promise<EventType | null> => {
    let made: EventType | null = null;
    await form.handleSubmit(async (values) => {
      const { data, error } = await send(values);
      if (data) {
        theirs.saved(toValues(data));
        made = data;
        return;
      }
      placeProblem(form, error as Problem, FORM_NAMES);
      toRefused();
    }, toRefused)();
    return made;
  };
  return {
    form,
    element,
    theirs,
    save,
    isSaving: creating.isLoading || updating.isLoading,
    isSaved: updating.isSuccess,
  };
}
