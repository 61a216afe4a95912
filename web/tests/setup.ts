import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { setNow, setReader } from '../src/lib/time';
import { NOW } from './fixtures.mjs';

beforeEach(() => {
  setReader({ locale: 'en-GB', hours: '24' });
  setNow(NOW);
});

afterEach(cleanup);
