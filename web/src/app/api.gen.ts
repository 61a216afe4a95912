// Generated from openapi.json by `npm run generate`.
import { baseApi as api } from './base-api';
const injectedRtkApi = api.injectEndpoints({
  endpoints: (build) => ({
    closeAccount: build.mutation<CloseAccountApiResponse, CloseAccountApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/account`,
        method: "DELETE",
        body: queryArg.body,
      }),
    }),
    listApiKeys: build.query<ListApiKeysApiResponse, ListApiKeysApiArg>({
      query: () => ({ url: `/api/v1/auth/api-keys` }),
    }),
    createApiKey: build.mutation<CreateApiKeyApiResponse, CreateApiKeyApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/api-keys`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    deleteApiKey: build.mutation<DeleteApiKeyApiResponse, DeleteApiKeyApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/api-keys/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    changeEmail: build.mutation<ChangeEmailApiResponse, ChangeEmailApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/email/change`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    resendVerification: build.mutation<
      ResendVerificationApiResponse,
      ResendVerificationApiArg
    >({
      query: () => ({ url: `/api/v1/auth/email/resend`, method: "POST" }),
    }),
    verifyEmail: build.mutation<VerifyEmailApiResponse, VerifyEmailApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/email/verify`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    logIn: build.mutation<LogInApiResponse, LogInApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/login`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    logOut: build.mutation<LogOutApiResponse, LogOutApiArg>({
      query: () => ({ url: `/api/v1/auth/logout`, method: "POST" }),
    }),
    listAccounts: build.query<ListAccountsApiResponse, ListAccountsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/accounts`,
        params: {
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    restoreAccount: build.mutation<
      RestoreAccountApiResponse,
      RestoreAccountApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/accounts/${encodeURIComponent(String(queryArg.id))}/restore`,
        method: "POST",
      }),
    }),
    suspendAccount: build.mutation<
      SuspendAccountApiResponse,
      SuspendAccountApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/accounts/${encodeURIComponent(String(queryArg.id))}/suspend`,
        method: "POST",
      }),
    }),
    listInvitations: build.query<
      ListInvitationsApiResponse,
      ListInvitationsApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/invitations`,
        params: {
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    createInvitation: build.mutation<
      CreateInvitationApiResponse,
      CreateInvitationApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/invitations`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    deleteInvitation: build.mutation<
      DeleteInvitationApiResponse,
      DeleteInvitationApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/invitations/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    changePassword: build.mutation<
      ChangePasswordApiResponse,
      ChangePasswordApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/password/change`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    forgotPassword: build.mutation<
      ForgotPasswordApiResponse,
      ForgotPasswordApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/password/forgot`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    resetPassword: build.mutation<
      ResetPasswordApiResponse,
      ResetPasswordApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/password/reset`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    register: build.mutation<RegisterApiResponse, RegisterApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/register`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    getRegistration: build.query<
      GetRegistrationApiResponse,
      GetRegistrationApiArg
    >({
      query: () => ({ url: `/api/v1/auth/registration` }),
    }),
    getSession: build.query<GetSessionApiResponse, GetSessionApiArg>({
      query: () => ({ url: `/api/v1/auth/session` }),
    }),
    listSessions: build.query<ListSessionsApiResponse, ListSessionsApiArg>({
      query: () => ({ url: `/api/v1/auth/sessions` }),
    }),
    revokeOtherSessions: build.mutation<
      RevokeOtherSessionsApiResponse,
      RevokeOtherSessionsApiArg
    >({
      query: () => ({
        url: `/api/v1/auth/sessions/revoke-others`,
        method: "POST",
      }),
    }),
    revokeSession: build.mutation<
      RevokeSessionApiResponse,
      RevokeSessionApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/sessions/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    listDeliveries: build.query<
      ListDeliveriesApiResponse,
      ListDeliveriesApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/deliveries`,
        params: {
          state: queryArg.state,
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    previewLetter: build.query<PreviewLetterApiResponse, PreviewLetterApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/email/letters/${encodeURIComponent(String(queryArg.kind))}/preview`,
        params: {
          recipient: queryArg.recipient,
        },
      }),
    }),
    listBuriedJobs: build.query<
      ListBuriedJobsApiResponse,
      ListBuriedJobsApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/jobs`,
        params: {
          state: queryArg.state,
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    retryBuriedJob: build.mutation<
      RetryBuriedJobApiResponse,
      RetryBuriedJobApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/jobs/${encodeURIComponent(String(queryArg.id))}/retry`,
        method: "POST",
      }),
    }),
    listKeptLetters: build.query<
      ListKeptLettersApiResponse,
      ListKeptLettersApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/letters`,
        params: {
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    getMailStatus: build.query<GetMailStatusApiResponse, GetMailStatusApiArg>({
      query: () => ({ url: `/api/v1/email/operator/mail` }),
    }),
    sendTestMail: build.mutation<SendTestMailApiResponse, SendTestMailApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/mail/test`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    listUndelivered: build.query<
      ListUndeliveredApiResponse,
      ListUndeliveredApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/undelivered`,
        params: {
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    getPreferences: build.query<
      GetPreferencesApiResponse,
      GetPreferencesApiArg
    >({
      query: () => ({ url: `/api/v1/email/preferences` }),
    }),
    updatePreferences: build.mutation<
      UpdatePreferencesApiResponse,
      UpdatePreferencesApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/preferences`,
        method: "PUT",
        body: queryArg.body,
      }),
    }),
    listBlocks: build.query<ListBlocksApiResponse, ListBlocksApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/blocks`,
        params: {
          from: queryArg["from"],
          to: queryArg.to,
        },
      }),
    }),
    createBlock: build.mutation<CreateBlockApiResponse, CreateBlockApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/blocks`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    deleteBlock: build.mutation<DeleteBlockApiResponse, DeleteBlockApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/blocks/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    listBookings: build.query<ListBookingsApiResponse, ListBookingsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings`,
        params: {
          view: queryArg.view,
          event_type_id: queryArg.eventTypeId,
          q: queryArg.q,
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    createHostBooking: build.mutation<
      CreateHostBookingApiResponse,
      CreateHostBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings`,
        method: "POST",
        body: queryArg.body,
        headers: {
          "Idempotency-Key": queryArg["Idempotency-Key"],
        },
      }),
    }),
    getBooking: build.query<GetBookingApiResponse, GetBookingApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}`,
      }),
    }),
    approveBooking: build.mutation<
      ApproveBookingApiResponse,
      ApproveBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/approve`,
        method: "POST",
      }),
    }),
    cancelBooking: build.mutation<
      CancelBookingApiResponse,
      CancelBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/cancel`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    declineBooking: build.mutation<
      DeclineBookingApiResponse,
      DeclineBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/decline`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    retryBookingJob: build.mutation<
      RetryBookingJobApiResponse,
      RetryBookingJobApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/jobs/${encodeURIComponent(String(queryArg.jobId))}/retry`,
        method: "POST",
      }),
    }),
    markNoShow: build.mutation<MarkNoShowApiResponse, MarkNoShowApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/no-show`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    rescheduleBooking: build.mutation<
      RescheduleBookingApiResponse,
      RescheduleBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/reschedule`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    listCustomers: build.query<ListCustomersApiResponse, ListCustomersApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/customers`,
        params: {
          q: queryArg.q,
          limit: queryArg.limit,
          cursor: queryArg.cursor,
        },
      }),
    }),
    getCustomer: build.query<GetCustomerApiResponse, GetCustomerApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/customers/${encodeURIComponent(String(queryArg.id))}`,
      }),
    }),
    listEventTypes: build.query<
      ListEventTypesApiResponse,
      ListEventTypesApiArg
    >({
      query: () => ({ url: `/api/v1/user/event-types` }),
    }),
    createEventType: build.mutation<
      CreateEventTypeApiResponse,
      CreateEventTypeApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/event-types`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    getEventType: build.query<GetEventTypeApiResponse, GetEventTypeApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/event-types/${encodeURIComponent(String(queryArg.id))}`,
      }),
    }),
    deleteEventType: build.mutation<
      DeleteEventTypeApiResponse,
      DeleteEventTypeApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/event-types/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    updateEventType: build.mutation<
      UpdateEventTypeApiResponse,
      UpdateEventTypeApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/event-types/${encodeURIComponent(String(queryArg.id))}`,
        method: "PATCH",
        body: queryArg.body,
      }),
    }),
    exportData: build.query<ExportDataApiResponse, ExportDataApiArg>({
      query: () => ({ url: `/api/v1/user/export` }),
    }),
    getInsights: build.query<GetInsightsApiResponse, GetInsightsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/insights`,
        params: {
          from: queryArg["from"],
          to: queryArg.to,
          time_zone: queryArg.timeZone,
        },
      }),
    }),
    listOpenings: build.query<ListOpeningsApiResponse, ListOpeningsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/openings`,
        params: {
          from: queryArg["from"],
          to: queryArg.to,
          event_type_id: queryArg.eventTypeId,
        },
      }),
    }),
    createOpening: build.mutation<
      CreateOpeningApiResponse,
      CreateOpeningApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/openings`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    createOpeningSeries: build.mutation<
      CreateOpeningSeriesApiResponse,
      CreateOpeningSeriesApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/openings/series`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    deleteOpening: build.mutation<
      DeleteOpeningApiResponse,
      DeleteOpeningApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/openings/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    getOverview: build.query<GetOverviewApiResponse, GetOverviewApiArg>({
      query: () => ({ url: `/api/v1/user/overview` }),
    }),
    markLinkShared: build.mutation<
      MarkLinkSharedApiResponse,
      MarkLinkSharedApiArg
    >({
      query: () => ({
        url: `/api/v1/user/overview/link-shared`,
        method: "POST",
      }),
    }),
    getProfile: build.query<GetProfileApiResponse, GetProfileApiArg>({
      query: () => ({ url: `/api/v1/user/profile` }),
    }),
    updateProfile: build.mutation<
      UpdateProfileApiResponse,
      UpdateProfileApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/profile`,
        method: "PATCH",
        body: queryArg.body,
      }),
    }),
    listSchedules: build.query<ListSchedulesApiResponse, ListSchedulesApiArg>({
      query: () => ({ url: `/api/v1/user/schedules` }),
    }),
    createSchedule: build.mutation<
      CreateScheduleApiResponse,
      CreateScheduleApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/schedules`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    getSchedule: build.query<GetScheduleApiResponse, GetScheduleApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/schedules/${encodeURIComponent(String(queryArg.id))}`,
      }),
    }),
    deleteSchedule: build.mutation<
      DeleteScheduleApiResponse,
      DeleteScheduleApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/schedules/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    updateSchedule: build.mutation<
      UpdateScheduleApiResponse,
      UpdateScheduleApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/schedules/${encodeURIComponent(String(queryArg.id))}`,
        method: "PATCH",
        body: queryArg.body,
      }),
    }),
    listHostSlots: build.query<ListHostSlotsApiResponse, ListHostSlotsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/slots`,
        params: {
          from: queryArg["from"],
          to: queryArg.to,
          view: queryArg.view,
          event_type_id: queryArg.eventTypeId,
        },
      }),
    }),
    streamHost: build.query<StreamHostApiResponse, StreamHostApiArg>({
      query: () => ({ url: `/api/v1/user/stream` }),
    }),
  }),
  overrideExisting: false,
});
export { injectedRtkApi as api };
export type CloseAccountApiResponse = unknown;
export type CloseAccountApiArg = {
  body: CloseBody;
};
export type ListApiKeysApiResponse = /** status 200 undefined */ PageApiKey;
export type ListApiKeysApiArg = void;
export type CreateApiKeyApiResponse = /** status 201 undefined */ NewApiKey;
export type CreateApiKeyApiArg = {
  body: CreateApiKeyBody;
};
export type DeleteApiKeyApiResponse = unknown;
export type DeleteApiKeyApiArg = {
  id: string;
};
export type ChangeEmailApiResponse = unknown;
export type ChangeEmailApiArg = {
  body: ChangeEmailBody;
};
export type ResendVerificationApiResponse = unknown;
export type ResendVerificationApiArg = void;
export type VerifyEmailApiResponse = unknown;
export type VerifyEmailApiArg = {
  body: VerifyBody;
};
export type LogInApiResponse = /** status 200 undefined */ UserAnswer;
export type LogInApiArg = {
  body: LoginBody;
};
export type LogOutApiResponse = unknown;
export type LogOutApiArg = void;
export type ListAccountsApiResponse = /** status 200 undefined */ PageAccount;
export type ListAccountsApiArg = {
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type RestoreAccountApiResponse = unknown;
export type RestoreAccountApiArg = {
  id: string;
};
export type SuspendAccountApiResponse = unknown;
export type SuspendAccountApiArg = {
  id: string;
};
export type ListInvitationsApiResponse =
  /** status 200 undefined */ PageInvitation;
export type ListInvitationsApiArg = {
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type CreateInvitationApiResponse =
  /** status 201 undefined */ NewInvitation;
export type CreateInvitationApiArg = {
  body: InviteBody;
};
export type DeleteInvitationApiResponse = unknown;
export type DeleteInvitationApiArg = {
  id: string;
};
export type ChangePasswordApiResponse = unknown;
export type ChangePasswordApiArg = {
  body: ChangePasswordBody;
};
export type ForgotPasswordApiResponse = unknown;
export type ForgotPasswordApiArg = {
  body: ForgotBody;
};
export type ResetPasswordApiResponse = unknown;
export type ResetPasswordApiArg = {
  body: ResetBody;
};
export type RegisterApiResponse = /** status 201 undefined */ UserAnswer;
export type RegisterApiArg = {
  body: RegisterBody;
};
export type GetRegistrationApiResponse =
  /** status 200 undefined */ RegistrationAnswer;
export type GetRegistrationApiArg = void;
export type GetSessionApiResponse = /** status 200 undefined */ UserAnswer;
export type GetSessionApiArg = void;
export type ListSessionsApiResponse = /** status 200 undefined */ PageSession;
export type ListSessionsApiArg = void;
export type RevokeOtherSessionsApiResponse = unknown;
export type RevokeOtherSessionsApiArg = void;
export type RevokeSessionApiResponse = unknown;
export type RevokeSessionApiArg = {
  id: string;
};
export type ListDeliveriesApiResponse =
  /** status 200 undefined */ PageDelivery;
export type ListDeliveriesApiArg = {
  /** `queued`, `accepted`, `refused`, `failed` or `suppressed`; all of them unless it is given. */
  state?: string;
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type PreviewLetterApiResponse =
  /** status 200 undefined */ LetterPreview;
export type PreviewLetterApiArg = {
  kind: string;
  /** `customer` (unless asked otherwise), `guest` or `host`, where the letter goes to several. */
  recipient?: string;
};
export type ListBuriedJobsApiResponse =
  /** status 200 undefined */ PageBuriedJob;
export type ListBuriedJobsApiArg = {
  /** `dead`, the only state that is listed. */
  state?: string;
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type RetryBuriedJobApiResponse = unknown;
export type RetryBuriedJobApiArg = {
  id: string;
};
export type ListKeptLettersApiResponse =
  /** status 200 undefined */ PageMailboxLetter;
export type ListKeptLettersApiArg = {
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type GetMailStatusApiResponse = /** status 200 undefined */ MailStatus;
export type GetMailStatusApiArg = void;
export type SendTestMailApiResponse =
  /** status 200 undefined */ MailTestOutcome;
export type SendTestMailApiArg = {
  body: MailTest;
};
export type ListUndeliveredApiResponse =
  /** status 200 undefined */ PageDelivery;
export type ListUndeliveredApiArg = {
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type GetPreferencesApiResponse =
  /** status 200 undefined */ NoticePreferences;
export type GetPreferencesApiArg = void;
export type UpdatePreferencesApiResponse =
  /** status 200 undefined */ NoticePreferences;
export type UpdatePreferencesApiArg = {
  body: NoticePreferences;
};
export type ListBlocksApiResponse = /** status 200 undefined */ PageBlock;
export type ListBlocksApiArg = {
  /** Those that end after this instant; after now unless said otherwise. */
  from?: string;
  /** Those that start before this instant. */
  to?: string;
};
export type CreateBlockApiResponse = /** status 201 undefined */ Block;
export type CreateBlockApiArg = {
  body: NewBlock;
};
export type DeleteBlockApiResponse = unknown;
export type DeleteBlockApiArg = {
  id: string;
};
export type ListBookingsApiResponse = /** status 200 undefined */ PageBooking;
export type ListBookingsApiArg = {
  /** `upcoming` (unless said otherwise), `past`, `cancelled` or `pending`. */
  view?: string;
  /** Of one event type only. */
  eventTypeId?: string;
  /** A part of a name, an address or a title. */
  q?: string;
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type CreateHostBookingApiResponse =
  /** status 201 undefined */ BookingStep;
export type CreateHostBookingApiArg = {
  "Idempotency-Key"?: string | null;
  body: NewHostBooking;
};
export type GetBookingApiResponse = /** status 200 undefined */ BookingDetail;
export type GetBookingApiArg = {
  id: string;
};
export type ApproveBookingApiResponse = /** status 200 undefined */ BookingStep;
export type ApproveBookingApiArg = {
  id: string;
};
export type CancelBookingApiResponse = /** status 200 undefined */ BookingStep;
export type CancelBookingApiArg = {
  id: string;
  body: ReasonBody;
};
export type DeclineBookingApiResponse = /** status 200 undefined */ BookingStep;
export type DeclineBookingApiArg = {
  id: string;
  body: ReasonBody;
};
export type RetryBookingJobApiResponse = unknown;
export type RetryBookingJobApiArg = {
  id: string;
  jobId: string;
};
export type MarkNoShowApiResponse = /** status 200 undefined */ BookingStep;
export type MarkNoShowApiArg = {
  id: string;
  body: NoShowBody;
};
export type RescheduleBookingApiResponse =
  /** status 200 undefined */ BookingStep;
export type RescheduleBookingApiArg = {
  id: string;
  body: StartBody;
};
export type ListCustomersApiResponse = /** status 200 undefined */ PageCustomer;
export type ListCustomersApiArg = {
  /** A part of a name or an address. */
  q?: string;
  /** How many items: 50 unless asked otherwise, 200 at most. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
};
export type GetCustomerApiResponse =
  /** status 200 undefined */ CustomerHistory;
export type GetCustomerApiArg = {
  id: string;
};
export type ListEventTypesApiResponse =
  /** status 200 undefined */ PageEventType;
export type ListEventTypesApiArg = void;
export type CreateEventTypeApiResponse = /** status 201 undefined */ EventType;
export type CreateEventTypeApiArg = {
  body: EventTypeBody;
};
export type GetEventTypeApiResponse = /** status 200 undefined */ EventType;
export type GetEventTypeApiArg = {
  id: string;
};
export type DeleteEventTypeApiResponse = unknown;
export type DeleteEventTypeApiArg = {
  id: string;
};
export type UpdateEventTypeApiResponse = /** status 200 undefined */ EventType;
export type UpdateEventTypeApiArg = {
  id: string;
  body: EventTypeBody;
};
export type ExportDataApiResponse = /** status 200 undefined */ Export;
export type ExportDataApiArg = void;
export type GetInsightsApiResponse = /** status 200 undefined */ Insights;
export type GetInsightsApiArg = {
  /** The first date, `YYYY-MM-DD`. */
  from: string;
  /** The last date, inclusive; at most 400 days in all. */
  to: string;
  /** In which zone bookings fall on dates; the profile's unless said otherwise. */
  timeZone?: string;
};
export type ListOpeningsApiResponse = /** status 200 undefined */ PageOpening;
export type ListOpeningsApiArg = {
  /** Those that start at or after this instant; from now on unless said otherwise. */
  from?: string;
  /** Those that start before this instant. */
  to?: string;
  /** Of one event type only. */
  eventTypeId?: string;
};
export type CreateOpeningApiResponse = /** status 201 undefined */ Opening;
export type CreateOpeningApiArg = {
  body: NewOpening;
};
export type CreateOpeningSeriesApiResponse = /** status 201 undefined */ Series;
export type CreateOpeningSeriesApiArg = {
  body: NewSeries;
};
export type DeleteOpeningApiResponse = unknown;
export type DeleteOpeningApiArg = {
  id: string;
};
export type GetOverviewApiResponse = /** status 200 undefined */ Overview;
export type GetOverviewApiArg = void;
export type MarkLinkSharedApiResponse = unknown;
export type MarkLinkSharedApiArg = void;
export type GetProfileApiResponse = /** status 200 undefined */ Profile;
export type GetProfileApiArg = void;
export type UpdateProfileApiResponse = /** status 200 undefined */ Profile;
export type UpdateProfileApiArg = {
  body: ProfileChange;
};
export type ListSchedulesApiResponse = /** status 200 undefined */ PageSchedule;
export type ListSchedulesApiArg = void;
export type CreateScheduleApiResponse = /** status 201 undefined */ Schedule;
export type CreateScheduleApiArg = {
  body: ScheduleBody;
};
export type GetScheduleApiResponse = /** status 200 undefined */ Schedule;
export type GetScheduleApiArg = {
  id: string;
};
export type DeleteScheduleApiResponse = unknown;
export type DeleteScheduleApiArg = {
  id: string;
};
export type UpdateScheduleApiResponse = /** status 200 undefined */ Schedule;
export type UpdateScheduleApiArg = {
  id: string;
  body: ScheduleBody;
};
export type ListHostSlotsApiResponse = /** status 200 undefined */ PageHostSlot;
export type ListHostSlotsApiArg = {
  /** The first date in the profile's zone, `YYYY-MM-DD`. */
  from: string;
  /** The last date, inclusive; at most 62 days in all. */
  to: string;
  /** `available` (unless said otherwise), `booked` or `past`. */
  view?: string;
  /** Of one event type only. */
  eventTypeId?: string;
};
export type StreamHostApiResponse = /** status 200 undefined */ string;
export type StreamHostApiArg = void;
export type FieldError = {
  /** The field, with a path where it lies deeper: `questions[0].label`. */
  field: string;
  /** What is wrong with it and what to do. */
  message: string;
};
export type Problem = {
  /** Stable and relative to the public address. */
  type: string;
  /** The same for all problems of a type. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What is wrong here and what to do. */
  detail: string;
  /** The fields that are wrong, with status 422. */
  errors?: FieldError[] | null;
  /** Three open starts, with `/problems/slot-taken`. */
  alternatives?: string[] | null;
  /** Leads to the log. */
  request_id?: string | null;
};
export type CloseBody = {
  password: string;
};
export type Instant = string;
export type PageApiKey = {
  /** What is on it. */
  items: {
    id: string;
    name: string;
    /** Its first characters. */
    prefix: string;
    created_at: Instant;
    last_used_at?: Instant | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type ApiKey = {
  id: string;
  name: string;
  /** Its first characters. */
  prefix: string;
  created_at: Instant;
  last_used_at?: Instant | null;
};
export type NewApiKey = {
  api_key: ApiKey;
  /** Sent as `Authorization: Bearer`; it is not shown again. */
  token: string;
};
export type CreateApiKeyBody = {
  name: string;
  /** The account's password. */
  password: string;
};
export type ChangeEmailBody = {
  email: string;
  /** The account's password. */
  password: string;
};
export type VerifyBody = {
  token: string;
  /** Needed unless the account is logged in here. */
  password?: string | null;
};
export type User = {
  id: string;
  email: string;
  /** Until it is, the host's page can't be seen and no letters go to customers. */
  email_verified: boolean;
  name: string;
  /** The word in the link to the host's page. */
  handle: string;
  /** An IANA name. */
  time_zone: string;
  /** Whether this account runs the instance. */
  is_operator: boolean;
  /** A new address whose letter has not been answered yet. */
  pending_email?: string | null;
  created_at: Instant;
};
export type UserAnswer = {
  user: User;
};
export type LoginBody = {
  email: string;
  password: string;
};
export type PageAccount = {
  /** What is on it. */
  items: {
    id: string;
    email: string;
    name: string;
    handle: string;
    email_verified: boolean;
    is_operator: boolean;
    suspended_at?: Instant | null;
    created_at: Instant;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type PageInvitation = {
  /** What is on it. */
  items: {
    id: string;
    /** Whom, if anybody in particular. */
    email?: string | null;
    created_at: Instant;
    expires_at: Instant;
    used_at?: Instant | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type Invitation = {
  id: string;
  /** Whom, if anybody in particular. */
  email?: string | null;
  created_at: Instant;
  expires_at: Instant;
  used_at?: Instant | null;
};
export type NewInvitation = {
  invitation: Invitation;
  /** The link to the register page; it is not shown again. */
  url: string;
};
export type InviteBody = {
  /** Gets a letter, and nobody else can use the invitation; without it whoever has the link can. */
  email?: string | null;
};
export type ChangePasswordBody = {
  current_password: string;
  /** 8 to 200 characters. */
  password: string;
};
export type ForgotBody = {
  email: string;
};
export type ResetBody = {
  token: string;
  /** 8 to 200 characters. */
  password: string;
};
export type RegisterBody = {
  email: string;
  /** 8 to 200 characters. */
  password: string;
  name: string;
  /** An IANA name. */
  time_zone: string;
  /** The token of an invitation. */
  invitation?: string | null;
  /** The token of the link that `serve` prints for the first account. */
  operator_token?: string | null;
};
export type RegistrationAnswer = {
  /** `open`, `invitation` or `closed`. */
  mode: string;
  /** Whether the first account, which becomes the operator's, is still to be made. */
  operator_needed: boolean;
  /** Where letters can be read on this machine, while no mail server is set and the instance is tried out. */
  dev_mailbox?: string | null;
};
export type PageSession = {
  /** What is on it. */
  items: {
    id: string;
    /** What the browser calls itself. */
    user_agent: string;
    created_at: Instant;
    /** To about ten minutes. */
    last_seen_at: Instant;
    /** Whether it is the one that asks. */
    is_current: boolean;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type PageDelivery = {
  /** What is on it. */
  items: {
    id: string;
    /** The job that writes it, which can be retried. */
    job_id: string;
    /** Whose booking or account it is about; an invitation's is the inviter's. */
    host_id?: string | null;
    /** The letter: `confirmed`, `cancelled`, `reminder` and so on. */
    letter: string;
    /** `customer`, `guest:0` to `guest:4`, `host` or `account`. */
    recipient: string;
    /** The address, where it is still known. */
    to?: string | null;
    /** `queued`, `accepted` (the mail server took it), `refused` (it never will), `failed` (it is tried again) or
        `suppressed` (it isn't wanted, or a limit is reached). */
    state: string;
    booking_id?: string | null;
    /** How often it was handed to the mail server. */
    tries: number;
    /** What went wrong last. */
    last_error?: string | null;
    /** When it was first tried. */
    created_at: Instant;
    accepted_at?: Instant | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type LetterPreview = {
  subject: string;
  /** The plain body. */
  text: string;
  /** The same as a whole HTML document. */
  html: string;
};
export type PageBuriedJob = {
  /** What is on it. */
  items: {
    id: string;
    /** What was to be done. */
    kind: string;
    /** `dead`. */
    state: string;
    host_id?: string | null;
    booking_id?: string | null;
    /** For whom it was. */
    recipient: string;
    /** How often it was tried. */
    tries: number;
    /** What went wrong last. */
    last_error?: string | null;
    created_at: Instant;
    finished_at?: Instant | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type PageMailboxLetter = {
  /** What is on it. */
  items: {
    id: string;
    /** The reader's address. */
    to: string;
    /** `Name <address>`. */
    from: string;
    subject: string;
    /** The plain body. */
    text: string;
    /** The same as a whole HTML document. */
    html: string;
    /** The calendar part. */
    calendar?: string | null;
    created_at: Instant;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type MailStatus = {
  /** `smtp`, or `mailbox` where no mail server is set and letters are kept to be read here. */
  transport: string;
  /** The sender of letters. */
  from: string;
  /** Whether letters go out, as far as is known; null without a mail server. */
  ok?: boolean | null;
  /** Why not: what a letter that is still being tried met with. */
  last_error?: string | null;
};
export type MailTestOutcome = {
  /** Whether the mail server, or the mailbox, took the letter. */
  ok: boolean;
  /** Why not. */
  error?: string | null;
};
export type MailTest = {
  /** An address; the operator's own unless it is given. */
  to?: string | null;
};
export type NoticePreferences = {
  /** Of new bookings. */
  notify_booked: boolean;
  /** Of cancelled ones. */
  notify_cancelled: boolean;
  /** Of moved ones. */
  notify_rescheduled: boolean;
};
export type PageBlock = {
  /** What is on it. */
  items: {
    id: string;
    start: Instant;
    end: Instant;
    /** The host's own note; customers never see it. */
    reason?: string | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type Block = {
  id: string;
  start: Instant;
  end: Instant;
  /** The host's own note; customers never see it. */
  reason?: string | null;
};
export type NewBlock = {
  start: Instant;
  end: Instant;
  reason?: string | null;
};
export type BookedEventType = {
  id: string;
  title: string;
  duration_minutes: number;
};
export type BookingCustomer = {
  id: string;
  name: string;
  email: string;
  /** The customer's zone when booking. */
  time_zone: string;
};
export type Answer = {
  question_id: string;
  label: string;
  value: string;
};
export type Location = {
  /** `google_meet`, `link`, `phone` or `in_person`. */
  kind: string;
  /** The link, number or place; may be empty where the host tells it later. */
  value?: string;
};
export type Money = {
  /** In the currency's smallest unit. */
  amount_minor: number;
  /** ISO 4217. */
  currency: string;
};
export type PageBooking = {
  /** What is on it. */
  items: {
    id: string;
    /** `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`. */
    state: string;
    start: Instant;
    end: Instant;
    event_type: BookedEventType;
    customer: BookingCustomer;
    guests: string[];
    answers: Answer[];
    notes?: string | null;
    location: Location;
    price?: Money | null;
    no_show: boolean;
    cancel_reason?: string | null;
    /** `customer` or `host`. */
    cancelled_by?: string | null;
    expires_at?: Instant | null;
    proposed_start?: Instant | null;
    /** The host's zone when it was booked. */
    time_zone: string;
    /** `customer` or `host`. */
    booked_by: string;
    version: number;
    created_at: Instant;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type Booking = {
  id: string;
  /** `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`. */
  state: string;
  start: Instant;
  end: Instant;
  event_type: BookedEventType;
  customer: BookingCustomer;
  guests: string[];
  answers: Answer[];
  notes?: string | null;
  location: Location;
  price?: Money | null;
  no_show: boolean;
  cancel_reason?: string | null;
  /** `customer` or `host`. */
  cancelled_by?: string | null;
  expires_at?: Instant | null;
  proposed_start?: Instant | null;
  /** The host's zone when it was booked. */
  time_zone: string;
  /** `customer` or `host`. */
  booked_by: string;
  version: number;
  created_at: Instant;
};
export type Warning = {
  /** A stable word for the rule. */
  code: string;
  /** A sentence. */
  message: string;
};
export type BookingStep = {
  booking: Booking;
  warnings: Warning[];
};
export type NewHostBooking = {
  event_type_id: string;
  start: Instant;
  /** The customer's name. */
  name: string;
  /** The customer's address; the letters go there. */
  email: string;
  /** The customer's IANA zone. */
  time_zone: string;
  notes?: string | null;
  guests?: string[];
};
export type TimelineLine = {
  /** The effect's job; a step has none. */
  id?: string | null;
  /** When it happened, or is to happen. */
  at: Instant;
  /** The step's or the job's name. */
  what: string;
  /** `step` or `effect`. */
  kind: string;
  /** Who took the step: `customer`, `host` or `clock`. */
  by?: string | null;
  /** Whom the effect is for: `customer`, `guest` or `host`. */
  recipient?: string | null;
  /** Their address. */
  to?: string | null;
  /** `done`, `waiting`, `running`, `retrying`, `failed` or `skipped`. */
  state: string;
  /** How often it was tried. */
  tries: number;
  /** What went wrong last. */
  last_error?: string | null;
  next_try_at?: Instant | null;
  /** Whether “retry now” does something. */
  can_retry: boolean;
};
export type BookingDetail = Booking & {
  timeline: TimelineLine[];
};
export type ReasonBody = {
  /** A word to the other side; may be left out. */
  reason?: string | null;
};
export type NoShowBody = {
  no_show?: boolean;
};
export type StartBody = {
  start: Instant;
};
export type PageCustomer = {
  /** What is on it. */
  items: {
    id: string;
    name: string;
    email: string;
    /** Confirmed bookings, past and to come. */
    bookings: number;
    /** How many of them were missed. */
    missed: number;
    first_at?: Instant | null;
    last_at?: Instant | null;
    next_at?: Instant | null;
    /** Whether they want no more letters from this host. */
    letters_stopped: boolean;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type Customer = {
  id: string;
  name: string;
  email: string;
  /** Confirmed bookings, past and to come. */
  bookings: number;
  /** How many of them were missed. */
  missed: number;
  first_at?: Instant | null;
  last_at?: Instant | null;
  next_at?: Instant | null;
  /** Whether they want no more letters from this host. */
  letters_stopped: boolean;
};
export type CustomerHistory = {
  customer: Customer;
  bookings: Booking[];
};
export type DateRange = {
  /** `YYYY-MM-DD`. */
  from: string;
  /** `YYYY-MM-DD`. */
  to: string;
};
export type Question = {
  /** The host's word for it, unique in the event type. */
  id: string;
  /** `text`, `long_text`, `phone`, `choice` or `checkbox`. */
  kind: string;
  /** What is asked. */
  label: string;
  /** Whether one can't book without an answer. */
  required?: boolean;
  /** What can be chosen, for a choice. */
  choices?: string[];
};
export type RefundStep = {
  /** Cancelled at least so many hours before the start … */
  hours_before: number;
  /** … so much of the price comes back. */
  percent: number;
};
export type PageEventType = {
  /** What is on it. */
  items: {
    id: string;
    slug: string;
    title: string;
    description: string;
    duration_minutes: number;
    slot_interval_minutes?: number | null;
    buffer_before_minutes: number;
    buffer_after_minutes: number;
    minimum_notice_minutes: number;
    horizon_days?: number | null;
    date_range?: DateRange | null;
    max_per_day?: number | null;
    max_per_week?: number | null;
    seats: number;
    price?: Money | null;
    requires_approval: boolean;
    approval_expires_hours: number;
    cancel_cutoff_minutes: number;
    reschedule_cutoff_minutes: number;
    max_guests: number;
    location: Location;
    schedule_id: string;
    questions: Question[];
    reminders_minutes: number[];
    refund_ladder: RefundStep[];
    /** `listed` or `unlisted`. */
    visibility: string;
    /** Whether it can be booked now. */
    active: boolean;
    /** Whether it is only kept for its bookings. */
    archived: boolean;
    /** The booking page's address. */
    url: string;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type EventType = {
  id: string;
  slug: string;
  title: string;
  description: string;
  duration_minutes: number;
  slot_interval_minutes?: number | null;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  minimum_notice_minutes: number;
  horizon_days?: number | null;
  date_range?: DateRange | null;
  max_per_day?: number | null;
  max_per_week?: number | null;
  seats: number;
  price?: Money | null;
  requires_approval: boolean;
  approval_expires_hours: number;
  cancel_cutoff_minutes: number;
  reschedule_cutoff_minutes: number;
  max_guests: number;
  location: Location;
  schedule_id: string;
  questions: Question[];
  reminders_minutes: number[];
  refund_ladder: RefundStep[];
  /** `listed` or `unlisted`. */
  visibility: string;
  /** Whether it can be booked now. */
  active: boolean;
  /** Whether it is only kept for its bookings. */
  archived: boolean;
  /** The booking page's address. */
  url: string;
};
export type EventTypeBody = {
  slug?: string | null;
  title?: string | null;
  description?: string | null;
  duration_minutes?: number | null;
  slot_interval_minutes?: number | null;
  buffer_before_minutes?: number | null;
  buffer_after_minutes?: number | null;
  minimum_notice_minutes?: number | null;
  horizon_days?: number | null;
  date_range?: DateRange | null;
  max_per_day?: number | null;
  max_per_week?: number | null;
  seats?: number | null;
  price?: Money | null;
  requires_approval?: boolean | null;
  approval_expires_hours?: number | null;
  cancel_cutoff_minutes?: number | null;
  reschedule_cutoff_minutes?: number | null;
  max_guests?: number | null;
  location?: Location | null;
  schedule_id?: string | null;
  questions?: Question[] | null;
  reminders_minutes?: number[] | null;
  refund_ladder?: RefundStep[] | null;
  visibility?: string | null;
  active?: boolean | null;
};
export type Profile = {
  /** The host's id. */
  id: string;
  /** The word in the link. */
  handle: string;
  /** The name on the page and in letters. */
  name: string;
  /** A few lines about the host. */
  bio: string;
  /** IANA zone. */
  time_zone: string;
  /** How dates and money are written, BCP 47. */
  locale: string;
  /** `mon` to `sun`. */
  week_start: string;
  /** Most sittings on one day, over all event types. */
  max_per_day?: number | null;
  /** Shown at the foot of the public pages. */
  privacy_url?: string | null;
  /** Shown at the foot of the public pages. */
  terms_url?: string | null;
  /** Shown at the foot of the public pages. */
  contact_url?: string | null;
  /** The public page's address. */
  public_url: string;
  /** Whether the page can be seen: the host's address is verified. */
  is_public: boolean;
};
export type Window = {
  /** `HH:MM`. */
  start: string;
  /** `HH:MM`, up to `24:00`. */
  end: string;
};
export type Weekly = {
  mon?: Window[];
  tue?: Window[];
  wed?: Window[];
  thu?: Window[];
  fri?: Window[];
  sat?: Window[];
  sun?: Window[];
};
export type Override = {
  /** `YYYY-MM-DD`. */
  date: string;
  /** None closes the day. */
  windows: Window[];
};
export type Schedule = {
  id: string;
  name: string;
  /** The IANA zone in which its hours are meant. */
  time_zone: string;
  weekly: Weekly;
  overrides: Override[];
  /** Whether new event types begin with it. */
  is_default: boolean;
  archived: boolean;
};
export type Opening = {
  id: string;
  event_type_id: string;
  start: Instant;
  end: Instant;
  price?: Money | null;
  /** Whether somebody has booked it. */
  booked: boolean;
};
export type Export = {
  exported_at: Instant;
  profile: Profile;
  schedules: Schedule[];
  event_types: EventType[];
  openings: Opening[];
  blocks: Block[];
  customers: Customer[];
  /** By start, the first twenty thousand. */
  bookings: Booking[];
};
export type InsightTotals = {
  /** Slots that stood open or were booked, on days that are over. */
  offered_slots: number;
  offered_minutes: number;
  /** Of those, booked ones. */
  booked_slots: number;
  booked_minutes: number;
  /** Confirmed bookings. */
  bookings: number;
  cancelled: number;
  /** Confirmed bookings to which the customer didn't come. */
  no_shows: number;
};
export type InsightDay = InsightTotals & {
  date: string;
};
export type InsightEventType = InsightTotals & {
  event_type_id: string;
  title: string;
};
export type Insights = {
  from: string;
  to: string;
  time_zone: string;
  totals: InsightTotals;
  /** Every date of the range. */
  days: InsightDay[];
  event_types: InsightEventType[];
};
export type PageOpening = {
  /** What is on it. */
  items: {
    id: string;
    event_type_id: string;
    start: Instant;
    end: Instant;
    price?: Money | null;
    /** Whether somebody has booked it. */
    booked: boolean;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type NewOpening = {
  event_type_id: string;
  start: Instant;
  end?: Instant | null;
  price?: Money | null;
};
export type SkippedOpening = {
  start: Instant;
  reason: string;
};
export type Series = {
  /** What was published. */
  items: Opening[];
  /** What was not, and why. */
  skipped: SkippedOpening[];
};
export type NewSeries = {
  event_type_id: string;
  /** The first date, `YYYY-MM-DD`. */
  date: string;
  /** When the first slot of each date starts, `HH:MM`. */
  start: string;
  /** How many slots follow one another on each date, 1 to 24. */
  count_per_day: number;
  /** How many weeks, 1 to 52. */
  weeks: number;
  price?: Money | null;
  /** The profile's zone unless said otherwise. */
  time_zone?: string | null;
};
export type OverviewCounts = {
  /** Confirmed and to come. */
  upcoming: number;
  /** Waiting for the host or for payment. */
  pending: number;
  /** Held in the last 30 days. */
  past_30_days: number;
  /** Open slots of the next two weeks. */
  available: number;
  /** The last date that was counted. */
  available_until: string;
};
export type FirstSteps = {
  verified: boolean;
  hours: boolean;
  event_type: boolean;
  link_shared: boolean;
  booked: boolean;
};
export type Overview = {
  now: Instant;
  next?: Booking | null;
  /** Today's live bookings in the profile's zone. */
  today: Booking[];
  counts: OverviewCounts;
  steps: FirstSteps;
};
export type ProfileChange = {
  handle?: string | null;
  name?: string | null;
  bio?: string | null;
  time_zone?: string | null;
  locale?: string | null;
  week_start?: string | null;
  max_per_day?: number | null;
  privacy_url?: string | null;
  terms_url?: string | null;
  contact_url?: string | null;
};
export type PageSchedule = {
  /** What is on it. */
  items: {
    id: string;
    name: string;
    /** The IANA zone in which its hours are meant. */
    time_zone: string;
    weekly: Weekly;
    overrides: Override[];
    /** Whether new event types begin with it. */
    is_default: boolean;
    archived: boolean;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export type ScheduleBody = {
  name?: string | null;
  time_zone?: string | null;
  weekly?: Weekly | null;
  overrides?: Override[] | null;
  is_default?: boolean | null;
};
export type PageHostSlot = {
  /** What is on it. */
  items: {
    start: Instant;
    end: Instant;
    event_type_id: string;
    title: string;
    /** `available`, `booked` or `past`. */
    state: string;
    booking_id?: string | null;
    customer_name?: string | null;
    seats_left?: number | null;
    /** The opening it comes from, if it was published by hand. */
    opening_id?: string | null;
  }[];
  /** Where the next page begins, if there is one. */
  next_cursor?: string | null;
};
export const {
  useCloseAccountMutation,
  useListApiKeysQuery,
  useCreateApiKeyMutation,
  useDeleteApiKeyMutation,
  useChangeEmailMutation,
  useResendVerificationMutation,
  useVerifyEmailMutation,
  useLogInMutation,
  useLogOutMutation,
  useListAccountsQuery,
  useRestoreAccountMutation,
  useSuspendAccountMutation,
  useListInvitationsQuery,
  useCreateInvitationMutation,
  useDeleteInvitationMutation,
  useChangePasswordMutation,
  useForgotPasswordMutation,
  useResetPasswordMutation,
  useRegisterMutation,
  useGetRegistrationQuery,
  useGetSessionQuery,
  useListSessionsQuery,
  useRevokeOtherSessionsMutation,
  useRevokeSessionMutation,
  useListDeliveriesQuery,
  usePreviewLetterQuery,
  useListBuriedJobsQuery,
  useRetryBuriedJobMutation,
  useListKeptLettersQuery,
  useGetMailStatusQuery,
  useSendTestMailMutation,
  useListUndeliveredQuery,
  useGetPreferencesQuery,
  useUpdatePreferencesMutation,
  useListBlocksQuery,
  useCreateBlockMutation,
  useDeleteBlockMutation,
  useListBookingsQuery,
  useCreateHostBookingMutation,
  useGetBookingQuery,
  useApproveBookingMutation,
  useCancelBookingMutation,
  useDeclineBookingMutation,
  useRetryBookingJobMutation,
  useMarkNoShowMutation,
  useRescheduleBookingMutation,
  useListCustomersQuery,
  useGetCustomerQuery,
  useListEventTypesQuery,
  useCreateEventTypeMutation,
  useGetEventTypeQuery,
  useDeleteEventTypeMutation,
  useUpdateEventTypeMutation,
  useExportDataQuery,
  useGetInsightsQuery,
  useListOpeningsQuery,
  useCreateOpeningMutation,
  useCreateOpeningSeriesMutation,
  useDeleteOpeningMutation,
  useGetOverviewQuery,
  useMarkLinkSharedMutation,
  useGetProfileQuery,
  useUpdateProfileMutation,
  useListSchedulesQuery,
  useCreateScheduleMutation,
  useGetScheduleQuery,
  useDeleteScheduleMutation,
  useUpdateScheduleMutation,
  useListHostSlotsQuery,
  useStreamHostQuery,
} = injectedRtkApi;
