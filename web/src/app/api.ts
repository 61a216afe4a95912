import { api as generated } from './api.gen';

const TAGS = [
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
type Tag = (typeof TAGS)[number];

const provides = (...tags: Tag[]) => ({ providesTags: tags });
const changes = (...tags: Tag[]) => ({ invalidatesTags: tags });

/** Whatever moves time: what is open, what is booked, and the figures made of both. */
const TIME: Tag[] = ['Slots', 'Bookings'];

/** The generated endpoints with what each one shows and what each one makes stale. */
export const api = generated.enhanceEndpoints({
  addTagTypes: TAGS,
  endpoints: {
    getSession: provides('Session'),
    listSessions: provides('Account'),
    listApiKeys: provides('Account'),
    verifyEmail: changes('Session', 'Profile'),
    changeEmail: changes('Session'),
    changePassword: changes('Account'),
    revokeSession: changes('Account'),
    revokeOtherSessions: changes('Account'),
    createApiKey: changes('Account'),
    deleteApiKey: changes('Account'),

    getProfile: provides('Profile'),
    updateProfile: changes('Profile', 'Session', 'Slots'),
    listSchedules: provides('Schedules'),
    getSchedule: provides('Schedules'),
    createSchedule: changes('Schedules', ...TIME),
    updateSchedule: changes('Schedules', ...TIME),
    deleteSchedule: changes('Schedules', ...TIME),
    listEventTypes: provides('EventTypes'),
    getEventType: provides('EventTypes'),
    createEventType: changes('EventTypes', ...TIME),
    updateEventType: changes('EventTypes', ...TIME),
    deleteEventType: changes('EventTypes', ...TIME),
    listOpenings: provides('Slots'),
    createOpening: changes(...TIME),
    createOpeningSeries: changes(...TIME),
    deleteOpening: changes(...TIME),
    listBlocks: provides('Slots'),
    createBlock: changes(...TIME),
    deleteBlock: changes(...TIME),
    listHostSlots: provides('Slots', 'Bookings'),

    listBookings: provides('Bookings'),
    getBooking: provides('Bookings', 'Deliveries'),
    createHostBooking: changes(...TIME),
    cancelBooking: changes(...TIME),
    rescheduleBooking: changes(...TIME),
    approveBooking: changes(...TIME),
    declineBooking: changes(...TIME),
    markNoShow: changes('Bookings'),
    retryBookingJob: changes('Deliveries'),
    listCustomers: provides('Bookings'),
    getCustomer: provides('Bookings'),
    getInsights: provides('Bookings', 'Slots'),
    getOverview: provides('Overview', 'Bookings', 'Slots', 'Schedules', 'EventTypes', 'Session'),
    markLinkShared: changes('Overview'),

    listDeliveries: provides('Deliveries'),
    getPreferences: provides('Account'),
    updatePreferences: changes('Account'),
    listAccounts: provides('Operator'),
    suspendAccount: changes('Operator'),
    restoreAccount: changes('Operator'),
    listInvitations: provides('Operator'),
    createInvitation: changes('Operator'),
    deleteInvitation: changes('Operator'),
    listUndelivered: provides('Operator'),
    listBuriedJobs: provides('Operator'),
    retryBuriedJob: changes('Operator'),
    getMailStatus: provides('Operator'),
    sendTestMail: changes('Operator'),
  },
});

export * from './api.gen';
export * from './shapes';
