import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

/** Whose dashboard this is, and whether the login behind it has ended. */
type Session = { email: string | null; isOver: boolean };

const initialState: Session = { email: null, isOver: false };

const slice = createSlice({
  name: 'session',
  initialState,
  reducers: {
    sessionBegun: (_, { payload }: PayloadAction<string>): Session => ({ email: payload, isOver: false }),
    sessionEnded: (session) => {
      session.isOver = true;
    },
    sessionLeft: () => initialState,
  },
});

export const { sessionBegun, sessionEnded, sessionLeft } = slice.actions;
export const sessionReducer = slice.reducer;

type Holder = { session: Session };

export const selectSession = (state: Holder) => state.session;

/** Whether a dashboard is open here; before that a missing login leads to the login page instead. */
export function hasHost(state: unknown): boolean {
  return (state as Holder).session.email !== null;
}
