import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Instant } from '../../lib/time';

/** The line to the server: whether events come in, since when nothing gets through, whether a newer client waits there. */
type Line = { isLive: boolean; lostAt: Instant | null; hasNewVersion: boolean };

const initialState: Line = { isLive: false, lostAt: null, hasNewVersion: false };

const slice = createSlice({
  name: 'line',
  initialState,
  reducers: {
    liveChanged: (line, { payload }: PayloadAction<boolean>) => {
      line.isLive = payload;
    },
    /** The instant is that of the last answer: what is shown is from then. */
    lineLost: (line, { payload }: PayloadAction<Instant>) => {
      line.lostAt ??= payload;
    },
    lineFound: (line) => {
      line.lostAt = null;
    },
    versionChanged: (line) => {
      line.hasNewVersion = true;
    },
  },
});

export const { liveChanged, lineLost, lineFound, versionChanged } = slice.actions;
export const lineReducer = slice.reducer;
export const selectLine = (state: { line: Line }) => state.line;
