import { useEffect, useState } from 'react';
import { api } from './api';
import { useAppDispatch } from './store';

/** Keeps what is shown true: each event of the server makes stale what it touches. Tells whether the line stands. */
export function useLive(): boolean {
  const dispatch = useAppDispatch();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const source = new EventSource('/api/v1/user/stream');
    const on = (event: string, tags: Parameters<typeof api.util.invalidateTags>[0]) =>
      source.addEventListener(event, () => dispatch(api.util.invalidateTags(tags)));
    on('booking', ['Bookings', 'Slots', 'Deliveries']);
    on('slots', ['Slots', 'Bookings']);
    on('delivery', ['Deliveries']);
    let wasCut = false;
    source.onopen = () => {
      setLive(true);
      // A line that was cut may have missed something.
      if (wasCut) dispatch(api.util.invalidateTags(['Bookings', 'Slots', 'Deliveries']));
      wasCut = false;
    };
    source.onerror = () => {
      setLive(false);
      wasCut = true;
    };
    return () => source.close();
  }, [dispatch]);
  return isLive;
}
