import { useEffect } from 'react';
import { api, CHANGES, type Tag } from '../api';
import { settleLogin } from '../session/again';
import { sessionBegun, sessionEnded } from '../session/slice';
import { type Store, useAppDispatch } from '../store';
import { showNews } from '../ui/toast-store';
import { hasUnsaved } from '../ui/unsaved';
import { type Message, onTabs, type StreamEvent, tellTabs } from './channel';
import { liveChanged, versionChanged } from './line-slice';
import { newsDesk } from './news';
import { inOneTab } from './one-tab';
import { openStream } from './stream';
import { hasNewVersion } from './version';

const STALE: Record<StreamEvent, Tag[]> = {
  booking: ['Bookings', 'Slots', 'Deliveries'],
  slots: ['Slots', 'Bookings', 'Schedules', 'EventTypes'],
  delivery: ['Deliveries'],
  catch_up: ['Bookings', 'Slots', 'Deliveries', 'Schedules', 'EventTypes', 'Overview'],
};
/** A burst of events is one reading of the lists. */
const GATHER_MS = 150;
/** How long the tab that holds the stream may take to answer before another takes over: it may have been put to sleep. */
const ANSWER_MS = 3_000;

/** Keeps what is shown true in every tab of the browser, over one stream that they share. */
export function useLive(email: string): void {
  const dispatch = useAppDispatch();
  useEffect(() => startLive(dispatch, email), [dispatch, email]);
}

function startLive(dispatch: Store['dispatch'], email: string): () => void {
  const makeStale = gatherer(dispatch);
  let isLeading = false;
  let isLive = false;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const hear = (message: Message) => {
    if (message.kind === 'line') {
      clearTimeout(asking);
      dispatch(liveChanged(message.isLive));
    } else if (message.kind === 'event') {
      makeStale(STALE[message.name]);
      if (message.name === 'catch_up') void lookForVersion(dispatch);
    } else if (message.kind === 'news') showNews(message.news);
    else if (message.kind === 'changed') makeStale(CHANGES[message.change]);
    else if (message.kind === 'who_leads' && isLeading) tellTabs({ kind: 'line', isLive });
    else if (message.kind === 'session') followSession(message.email);
  };
  const followSession = (other: string | null) => {
    // Whoever has typed something logs in again over it; a page without can go.
    if (other === null && hasUnsaved()) {
      dispatch(sessionEnded());
      return;
    }
    if (other?.toLowerCase() !== email.toLowerCase()) return location.reload();
    dispatch(sessionBegun(email));
    settleLogin(true);
  };
  const stopHearing = onTabs(hear);

  const share = inOneTab('timeslot-stream', (isTakeover) => {
    isLeading = true;
    /** Where every tab has its own stream, the others hear the same from theirs. */
    const tellAll = (message: Message) => {
      hear(message);
      if (navigator.locks) tellTabs(message);
    };
    const report = newsDesk(dispatch, (news) => tellAll({ kind: 'news', news }));
    const close = openStream(
      {
        onEvent: (name, { id }) => {
          tellAll({ kind: 'event', name });
          void report(name, id);
        },
        onState: (now) => {
          isLive = now;
          tellAll({ kind: 'line', isLive });
        },
        onRefused: () => dispatch(api.util.invalidateTags(['Session'])),
      },
      isTakeover,
    );
    return () => {
      close();
      isLeading = false;
    };
  });

  const ask = () => {
    if (isLeading || document.visibilityState !== 'visible') return;
    clearTimeout(asking);
    tellTabs({ kind: 'who_leads' });
    asking = setTimeout(share.seize, ANSWER_MS);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    clearTimeout(asking);
    document.removeEventListener('visibilitychange', ask);
    stopHearing();
    share.leave();
  };
}

function gatherer(dispatch: Store['dispatch']) {
  const gathered = new Set<Tag>();
  return (tags: readonly Tag[]) => {
    const isWaiting = gathered.size > 0;
    for (const tag of tags) gathered.add(tag);
    if (isWaiting) return;
    setTimeout(() => {
      dispatch(api.util.invalidateTags([...gathered]));
      gathered.clear();
    }, GATHER_MS);
  };
}

/** A server that was started anew may have brought another client. */
async function lookForVersion(dispatch: Store['dispatch']): Promise<void> {
  if (await hasNewVersion()) dispatch(versionChanged());
}
