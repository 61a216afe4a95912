import { useEffect, useState } from 'react';
import { keep, recall } from '../lib/storage';
import {
  deviceZone,
  type HourCycle,
  hourCycle,
  type Instant,
  instantOf,
  isZone,
  nowMs,
  setReader,
} from '../lib/time';
import { redrawAll, useAddress } from './address';

const HOURS = 'hours';

/** This moment, told anew every half minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return instantOf(now);
}

/** Whether the browser has a connection at all. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(() => navigator.onLine !== false);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

/** The zone that the address asks for, if it is one. */
export function zoneInAddress(): string | null {
  const asked = new URLSearchParams(location.search).get('zone');
  return asked && isZone(asked) ? asked : null;
}

/** The zone the page shows: the one in the address, else the fallback, else the device's. */
export function useZone(fallback?: string): [string, (zone: string) => void] {
  const address = useAddress();
  const usual = fallback ?? deviceZone();
  const zone = zoneInAddress() ?? usual;
  return [zone, (chosen) => address.set({ zone: chosen === usual ? null : chosen }, true)];
}

/** 24 or 12 hours: as the visitor chose before, else as the locale has it. */
export function useHours(): [HourCycle, (hours: HourCycle) => void] {
  const [hours, setHours] = useState(hourCycle);
  return [
    hours,
    (chosen) => {
      setReader({ hours: chosen });
      keep('local', HOURS, chosen);
      setHours(chosen);
      redrawAll();
    },
  ];
}

export function recallHours(): void {
  const chosen = recall('local', HOURS);
  if (chosen === '12' || chosen === '24') setReader({ hours: chosen });
}
