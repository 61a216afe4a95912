import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { setNow, setReader } from '../src/lib/time';
import { NOW } from './fixtures.mjs';

// Pages are fetched when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  setReader({ locale: 'en-GB', hours: '24' });
  setNow(NOW);
});

afterEach(cleanup);
