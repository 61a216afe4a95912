import { api as generated } from './api.gen';

export const TAGS = [
  'Session',
  'Account',
  'Profile',
  'Schedules',
  'EventTypes',
  'Slots',
  'Bookings',
  'Deliveries',
  'Operator',
  'Overview',
] as const;
export type Tag = (typeof TAGS)[number];

const provides = (...tags: Tag[]) => ({ providesTags: tags });

/** Whatever moves time: what is open, what is booked, and the figures made of both. */
const TIME: Tag[] = ['Slots', 'Bookings'];

/** What each change makes stale. Other tabs of the browser are told of it by the change's name. */
export const CHANGES = {
  verifyEmail: ['Session', 'Profile'],
  changeEmail: ['Session'],
  changePassword: ['Account'],
  revokeSession: ['Account'],
  revokeOtherSessions: ['Account'],
  createApiKey: ['Account'],
  deleteApiKey: ['Account'],
  updateProfile: ['Profile', 'Session', 'Slots'],
  createSchedule: ['Schedules', ...TIME],
  updateSchedule: ['Schedules', ...TIME],
  deleteSchedule: ['Schedules', ...TIME],
  createEventType: ['EventTypes', ...TIME],
  updateEventType: ['EventTypes', ...TIME],
  deleteEventType: ['EventTypes', ...TIME],
  createOpening: [...TIME],
  createOpeningSeries: [...TIME],
  deleteOpening: [...TIME],
  createBlock: [...TIME],
  deleteBlock: [...TIME],
  createHostBooking: [...TIME],
  cancelBooking: [...TIME],
  rescheduleBooking: [...TIME],
  approveBooking: [...TIME],
  declineBooking: [...TIME],
  markNoShow: ['Bookings'],
  retryBookingJob: ['Deliveries'],
  markLinkShared: ['Overview'],
  updatePreferences: ['Account'],
  suspendAccount: ['Operator'],
  restoreAccount: ['Operator'],
  createInvitation: ['Operator'],
  deleteInvitation: ['Operator'],
  retryBuriedJob: ['Operator'],
  sendTestMail: ['Operator'],
} satisfies Record<string, Tag[]>;
export type Change = keyof typeof CHANGES;

function changing() {
  const entries = Object.entries(CHANGES).map(([name, tags]) => [name, { invalidatesTags: tags }]);
  return Object.fromEntries(entries) as Record<Change, { invalidatesTags: Tag[] }>;
}

/** The generated endpoints with what each one shows and what each one makes stale. */
export const api = generated.enhanceEndpoints({
  addTagTypes: TAGS,
  endpoints: {
    ...changing(),
    getSession: provides('Session'),
    listSessions: provides('Account'),
    listApiKeys: provides('Account'),

    getProfile: provides('Profile'),
    listSchedules: provides('Schedules'),
    getSchedule: provides('Schedules'),
    listEventTypes: provides('EventTypes'),
    getEventType: provides('EventTypes'),
    listOpenings: provides('Slots'),
    listBlocks: provides('Slots'),
    listHostSlots: provides('Slots', 'Bookings'),

    listBookings: provides('Bookings'),
    getBooking: provides('Bookings', 'Deliveries'),
    listCustomers: provides('Bookings'),
    getCustomer: provides('Bookings'),
    getInsights: provides('Bookings', 'Slots'),
    getOverview: provides('Overview', 'Bookings', 'Slots', 'Schedules', 'EventTypes', 'Session'),

    listDeliveries: provides('Deliveries'),
    getPreferences: provides('Account'),
    listAccounts: provides('Operator'),
    listInvitations: provides('Operator'),
    listUndelivered: provides('Operator'),
    listKeptLetters: provides('Operator'),
    listBuriedJobs: provides('Operator'),
    getMailStatus: provides('Operator'),
  },
});

/** Switches answer at once; they turn back if the server refuses. */
api.enhanceEndpoints({
  endpoints: {
    updateEventType: {
      onQueryStarted: async ({ id, body }, { dispatch, queryFulfilled }) => {
        const { active } = body;
        if (active === undefined || Object.keys(body).length > 1) return;
        const shown = dispatch(
          api.util.updateQueryData('listEventTypes', undefined, ({ items }) => {
            const found = items.find((eventType) => eventType.id === id);
            if (found) found.active = active ?? found.active;
          }),
        );
        await queryFulfilled.catch(shown.undo);
      },
    },
    updatePreferences: {
      onQueryStarted: async ({ body }, { dispatch, queryFulfilled }) => {
        const shown = dispatch(
          api.util.updateQueryData('getPreferences', undefined, (preferences) => {
            Object.assign(preferences, body);
          }),
        );
        await queryFulfilled.catch(shown.undo);
      },
    },
  },
});

export * from './api.gen';
export * from './shapes';
