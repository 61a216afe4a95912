import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Icon } from '../../look/icon';
import {
  type EventType,
  type Schedule,
  useDeleteEventTypeMutation,
  useGetEventTypeQuery,
  useListSchedulesQuery,
} from '../api';
import { ShareButton } from '../share/share-button';
import { t } from '../text';
import { ChangedElsewhere } from '../ui/changed-elsewhere';
import { Dialog } from '../ui/dialog';
import { Answered, Empty, Refused } from '../ui/faces';
import { FormRefusal } from '../ui/form';
import { useLeaveGuard } from '../ui/leave-guard';
import { PageHead } from '../ui/page-head';
import { showNote } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { Preview } from './preview';
import { PriceSection } from './section-price';
import { QuestionsSection } from './section-questions';
import { RulesSection } from './section-rules';
import { TimeSection } from './section-time';
import { WhatSection } from './section-what';
import { useEventTypeForm } from './use-event-type-form';

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
  const { form, element, theirs, save, isSaving, isSaved } = useEventTypeForm(eventType, schedules);
  const navigate = useNavigate();
  const { isDirty } = form.formState;
  const { guard, letGo } = useLeaveGuard(isDirty, async () => (await save()) !== null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await save();
    if (!made) return;
    letGo();
    if (!eventType) await navigate(`/app/event-types/${made.id}`, { replace: true });
  };

  return (
    <form ref={element} className="stack wide" noValidate onSubmit={submit}>
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
          {theirs.isBehind && <ChangedElsewhere onLoad={theirs.load} />}
          <FormRefusal form={form} />
          <WhatSection form={form} isNew={!eventType} />
          <TimeSection form={form} schedules={schedules} />
          <RulesSection form={form} />
          {eventType?.price && <PriceSection form={form} />}
          <QuestionsSection form={form} />
          {eventType ? (
            <Remove eventType={eventType} onRemoved={letGo} />
          ) : (
            <button type="submit" className="btn main justify-self-start" disabled={isSaving}>
              {t('type.create')}
            </button>
          )}
        </div>
        <Preview form={form} schedules={schedules} />
      </div>
      <div className={isDirty && eventType ? 'savebar sheet' : 'savebar'}>
        <p className="s q grow" role="status">
          {isDirty ? t('unsaved') : isSaved ? t('saved') : ''}
        </p>
        {isDirty && eventType && (
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
