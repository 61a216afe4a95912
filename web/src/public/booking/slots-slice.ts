import { createAsyncThunk, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { type Problem, request } from '../../lib/http';
import { dateIn, firstOf, type Instant, instantOf, lastOf, type Month, monthOf, nowMs } from '../../lib/time';
import type { Slot, Slots } from '../data';

/** Whose slots, in which month, on whose clock. */
export type MonthQuery = { handle: string; slug: string; month: Month; zone: string };

type LoadedMonth = {
  isLoading: boolean;
  slots: Slot[] | null;
  /** The first open start from this month on. */
  nextOpen?: Instant | null;
  problem: Problem | null;
};

/** What the server put into the page: a month, and the first open start of all. */
type Given = { query: MonthQuery; slots: Slots; nextOpen: Instant | null };

type SlotsState = {
  months: Record<string, LoadedMonth>;
  /** The first open start of all. */
  nextOpen: Instant | null;
  /** Starts that were open a moment ago; they stay struck through for some seconds. */
  gone: Slot[];
};

const initialState: SlotsState = { months: {}, nextOpen: null, gone: [] };

export function monthKey({ handle, slug, month, zone }: MonthQuery): string {
  return [handle, slug, month, zone].join(' ');
}

/** Asks for a month's open slots, from today on. */
export const loadMonth = createAsyncThunk<Slots, MonthQuery, { rejectValue: Problem }>(
  'slots/loadMonth',
  async ({ handle, slug, month, zone }, { rejectWithValue }) => {
    const today = dateIn(instantOf(nowMs()), zone);
    const from = month === monthOf(today) ? today : firstOf(month);
    const answer = await request<Slots>(`/api/v1/client/pages/${handle}/${slug}/slots`, {
      query: { from, to: lastOf(month), time_zone: zone },
    });
    return answer.ok ? answer.data : rejectWithValue(answer.problem);
  },
);

export const slotsSlice = createSlice({
  name: 'slots',
  initialState,
  reducers: {
    /** What the server put into the page. */
    monthGiven(state, { payload }: PayloadAction<Given>) {
      const { query, slots, nextOpen } = payload;
      state.months[monthKey(query)] = {
        isLoading: false,
        slots: slots.slots,
        nextOpen: slots.next_open,
        problem: null,
      };
      state.nextOpen = nextOpen;
    },
    goneForgotten(state, { payload }: PayloadAction<Instant[]>) {
      state.gone = state.gone.filter(({ start }) => !payload.includes(start));
    },
  },
  extraReducers: (builder) => {
    builder.addCase(loadMonth.pending, (state, { meta }) => {
      const key = monthKey(meta.arg);
      state.months[key] = { slots: null, ...state.months[key], isLoading: true, problem: null };
    });
    builder.addCase(loadMonth.fulfilled, (state, { meta, payload }) => {
      const key = monthKey(meta.arg);
      const open = new Set(payload.slots.map(({ start }) => start));
      const vanished = (state.months[key]?.slots ?? []).filter(({ start }) => !open.has(start));
      state.gone = [...state.gone.filter(({ start }) => !open.has(start)), ...vanished];
      state.months[key] = {
        isLoading: false,
        slots: payload.slots,
        nextOpen: payload.next_open,
        problem: null,
      };
      const isThisMonth = meta.arg.month === monthOf(dateIn(instantOf(nowMs()), meta.arg.zone));
      if (isThisMonth || state.nextOpen === null) state.nextOpen = payload.next_open ?? null;
    });
    builder.addCase(loadMonth.rejected, (state, { meta, payload }) => {
      const key = monthKey(meta.arg);
      state.months[key] = { slots: null, ...state.months[key], isLoading: false, problem: payload ?? null };
    });
  },
});

export const { monthGiven, goneForgotten } = slotsSlice.actions;
