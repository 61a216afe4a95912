import { useEffect, useState } from 'react';
import { type Problem, request } from '../../lib/http';
import { keep, keepValue } from '../../lib/storage';
import { addMinutes, dateIn, dateText, type Instant, momentText, rangeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { go, hasStepped, href, useAddress } from '../address';
import { useZone, zoneInAddress } from '../clock';
import type { EventType, Fate, Host } from '../data';
import { Frame } from '../parts/frame';
import { placeIcon, placeText } from '../parts/place-words';
import { TwoZones } from '../parts/two-zones';
import { Fact, Who } from '../parts/who';
import { t } from '../text';
import { stateTitle, useTitle } from '../title';
import { Confirmed } from './confirmed';
import { type Booked, bookedAt, DetailsForm, type DetailsFormProps } from './details-form';
import { type Draft, emptyDraft, keepDraft, recallDraft } from './draft';
import { Picker } from './picker';
import { useFate } from './use-fate';
import { slotAsked } from './which';

type Props = { host: Host; eventType: EventType };
type PageProps = Props & { typed?: Draft; problem?: Problem; fate?: Fate | null };

/** From a free day to a booking: pick a time, say who comes, done. The address says which of these is shown. */
export function BookingPage({ typed, problem, fate, ...given }: PageProps) {
  const address = useAddress();
  const [{ host, eventType }, setShown] = useState<Props>(given);
  const [zone, setZone] = useZone();
  const [draft, setDraft] = useState<Draft>(() => typed ?? recallDraft());
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(next);
  };
  /** Asks what is offered now: the host has changed it since the page was opened. */
  const renew = async () => {
    const url = `/api/v1/client/pages/${host.handle}/${eventType.slug}`;
    const answer = await request<{ host: Host; event_type: EventType }>(url);
    if (answer.ok) setShown({ host: answer.data.host, eventType: answer.data.event_type });
  };
  const [booked, setBooked] = useState<Booked | null>(null);
  const start = slotAsked();
  const isBooked = booked !== null && address.path === `/manage/${booked.manage_token}`;
  const what = t('booking.with', { title: eventType.title, name: host.name });
  useTitle(isBooked ? stateTitle(booked.booking) : start ? t('title.details', { what }) : what);

  if (isBooked) {
    return (
      <Frame host={host}>
        <Confirmed booked={booked} zone={zone} />
      </Frame>
    );
  }
  if (!start) {
    return (
      <Frame host={host}>
        <main id="main" className="book">
          <Who host={host} eventType={eventType} />
          <Picker host={host} eventType={eventType} zone={zone} onZone={setZone} />
        </main>
      </Frame>
    );
  }
  return (
    <Frame host={host}>
      <main id="main" className="two">
        <Details
          host={host}
          eventType={eventType}
          start={start}
          zone={zone}
          draft={draft}
          before={problem ?? null}
          given={fate}
          onDraft={change}
          onStale={renew}
          onBooked={(done) => {
            keep('session', bookedAt(eventType, host, start), `/manage/${done.manage_token}`);
            keepDraft(null);
            keepValue('local', 'host', { handle: host.handle, name: host.name });
            setDraft(emptyDraft);
            setBooked(done);
            // A reload then shows the booking instead of the filled form.
            go(`/manage/${done.manage_token}?done=booked${zoneSuffix()}`, true);
            scrollTo(0, 0);
          }}
        />
      </main>
    </Frame>
  );
}

/** The zone that was chosen goes along to the booking's own page. */
function zoneSuffix(): string {
  const zone = zoneInAddress();
  return zone ? `&zone=${encodeURIComponent(zone)}` : '';
}

type DetailsProps = Omit<DetailsFormProps, 'end' | 'fate'> & { given?: Fate | null };

/** The chosen time, and the form for it. */
function Details({ given, ...props }: DetailsProps) {
  const fate = useFate({ ...props, given });
  const end = fate?.end ?? addMinutes(props.start, props.eventType.duration_minutes);
  return (
    <>
      <Chosen {...props} end={end} />
      <DetailsForm {...props} end={end} fate={fate} />
    </>
  );
}

function Chosen({
  host,
  eventType,
  start,
  end,
  zone,
}: Props & { start: Instant; end: Instant; zone: string }) {
  const back = href({ slot: null, date: dateIn(start, zone) });
  // Whoever comes from the times is told which one it is; whoever opens a link reads from the top.
  useEffect(() => {
    if (hasStepped()) document.getElementById('chosen')?.focus();
  }, []);
  return (
    <section className="stack wide" aria-label={t('booking.your_time')}>
      <a
        className="row s q min-h-11 no-underline"
        href={back}
        onClick={(event) => {
          event.preventDefault();
          go(back);
        }}
      >
        <Icon name="prev" small />
        {t('booking.all_times')}
      </a>
      <div className="when">
        <p className="q">{t('booking.with', { title: eventType.title, name: host.name })}</p>
        <h1 className="big" id="chosen" tabIndex={-1} aria-label={momentText(start, zone, 'long')}>
          <time dateTime={start}>
            {dateText(dateIn(start, zone))}
            <br />
            <bdi>{rangeText(start, end, zone)}</bdi>
          </time>
        </h1>
      </div>
      <TwoZones start={start} end={end} zone={zone} host={host} kind="o" />
      <dl className="facts">
        <Fact icon={placeIcon(eventType.location.kind)} name={t('fact.place')}>
          {placeText(eventType.location.kind)}
        </Fact>
      </dl>
    </section>
  );
}
