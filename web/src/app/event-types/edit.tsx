import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router';
import type { Problem } from '../../lib/http';
import { focusFirstError } from '../../look/field';
import { Icon } from '../../look/icon';
import {
  type EventType,
  type Schedule,
  useCreateEventTypeMutation,
  useDeleteEventTypeMutation,
  useGetEventTypeQuery,
  useListSchedulesQuery,
  useUpdateEventTypeMutation,
} from '../api';
import { ShareButton } from '../share/share-button';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Answered, Empty, Refused } from '../ui/faces';
import { FormRefusal, placeProblem } from '../ui/form';
import { useLeaveGuard } from '../ui/leave-guard';
import { PageHead } from '../ui/page-head';
import { showNote } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { Preview } from './preview';
import { type EventTypeValues, eventTypeSchema } from './schema';
import { PriceSection } from './section-price';
import { QuestionsSection } from './section-questions';
import { RulesSection } from './section-rules';
import { TimeSection } from './section-time';
import { WhatSection } from './section-what';
import { freshValues, toBody, toValues } from './values';

/** One event type, or a new one at `/app/event-types/new`. */
export function EventTypePage() {
  const { id = '' } = useParams();
  const isNew = id === 'new';
  const schedules = useListSchedulesQuery();
  const eventType = useGetEventTypeQuery({ id }, { skip: isNew });
  return (
    <Answered query={schedules} title={t('type.one')}>
      {({ items }) => {
        const open = items.filter(({ archived }) => !archived);
        if (open.length === 0) return <NoHours />;
        if (isNew) return <Editor schedules={open} />;
        return (
          <Answered query={eventType} title={t('type.one')}>
            {(data) => <Editor key={data.id} eventType={data} schedules={open} />}
          </Answered>
        );
      }}
    </Answered>
  );
}

/** What the form calls otherwise than the API. */
const FORM_NAMES = {
  date_range: 'range_from',
  'date_range.from': 'range_from',
  'date_range.to': 'range_to',
  reminders_minutes: 'reminders',
  visibility: 'is_listed',
} as const;

function NoHours() {
  return (
    <>
      <PageHead title={t('type.new')} />
      <section className="sheet">
        <Empty title={t('type.no_hours')}>
          <Link className="btn main" to="/app/availability">
            {t('type.set_hours')}
          </Link>
        </Empty>
      </section>
    </>
  );
}

function Editor({ eventType, schedules }: { eventType?: EventType; schedules: Schedule[] }) {
  const usual = schedules.find(({ is_default: isDefault }) => isDefault) ?? schedules[0];
  const form = useForm<EventTypeValues>({
    resolver: zodResolver(eventTypeSchema),
    defaultValues: eventType ? toValues(eventType) : freshValues(usual?.id ?? ''),
  });
  const [create, creating] = useCreateEventTypeMutation();
  const [update, updating] = useUpdateEventTypeMutation();
  const navigate = useNavigate();
  const isSaving = creating.isLoading || updating.isLoading;

  const { guard, letGo } = useLeaveGuard(form.formState.isDirty);
  const formElement = useRef<HTMLFormElement>(null);

  // A refused field may lie in a fold, which opens before it can have the focus.
  const toRefused = () => focusFirstError(formElement.current);
  const submit = form.handleSubmit(async (values) => {
    const body = toBody(values);
    const { data, error } = eventType ? await update({ id: eventType.id, body }) : await create({ body });
    if (!data) {
      placeProblem(form, error as Problem, FORM_NAMES);
      return toRefused();
    }
    form.reset(toValues(data));
    letGo();
    if (!eventType) await navigate(`/app/event-types/${data.id}`, { replace: true });
  }, toRefused);

  return (
    <form ref={formElement} className="stack wide" noValidate onSubmit={submit}>
      {guard}
      <PageHead
        title={eventType?.title ?? t('type.new')}
        beside={
          <Link className="btn bare" to="/app/event-types">
            <Icon name="prev" />
            {t('type.all')}
          </Link>
        }
      >
        {eventType && <ShareButton url={eventType.url} title={eventType.title} />}
        <button type="submit" className="btn main" disabled={isSaving}>
          {eventType ? t('save') : t('type.create')}
        </button>
      </PageHead>
      <div className="edit">
        <div className="stack wide">
          <FormRefusal form={form} />
          <WhatSection form={form} isNew={!eventType} />
          <TimeSection form={form} schedules={schedules} />
          <RulesSection form={form} />
          {eventType?.price && <PriceSection form={form} />}
          <QuestionsSection form={form} />
          {eventType && <Remove eventType={eventType} onRemoved={letGo} />}
        </div>
        <Preview form={form} schedules={schedules} />
      </div>
      <div className={form.formState.isDirty && eventType ? 'savebar sheet' : 'savebar'}>
        <p className="s q grow" role="status">
          {form.formState.isDirty ? t('unsaved') : updating.isSuccess ? t('saved') : ''}
        </p>
        {form.formState.isDirty && eventType && (
          <>
            <button type="button" className="btn bare" onClick={() => form.reset()}>
              {t('drop_changes')}
            </button>
            <button type="submit" className="btn main" disabled={isSaving}>
              {t('save')}
            </button>
          </>
        )}
      </div>
    </form>
  );
}

function Remove({ eventType, onRemoved }: { eventType: EventType; onRemoved: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [remove] = useDeleteEventTypeMutation();
  const { act, isActing, problem } = useAct();
  const navigate = useNavigate();
  const run = async () => {
    const done = await act(remove({ id: eventType.id }));
    if (done === undefined) return;
    showNote(t('type.deleted', { title: eventType.title }));
    onRemoved();
    await navigate('/app/event-types');
  };
  return (
    <>
      <button type="button" className="btn refuse justify-self-start" onClick={() => setOpen(true)}>
        {t('type.delete')}
      </button>
      <Dialog
        title={t('type.delete_title', { title: eventType.title })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p className="q">{t('type.delete_what')}</p>
        {problem && <Refused problem={problem} />}
        <div className="row wrap gap-2">
          <button type="button" className="btn refuse soft" disabled={isActing} onClick={run}>
            {t('type.delete_do')}
          </button>
          <button type="button" className="btn bare" onClick={() => setOpen(false)}>
            {t('keep')}
          </button>
        </div>
      </Dialog>
    </>
  );
}
