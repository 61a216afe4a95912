// Generated from openapi.json by `npm run generate`.
import { baseApi as api } from './base-api';
const injectedRtkApi = api.injectEndpoints({
  endpoints: (build) => ({
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
    login: build.mutation<LoginApiResponse, LoginApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/login`,
        method: "POST",
        body: queryArg.body,
      }),
    }),
    logout: build.mutation<LogoutApiResponse, LogoutApiArg>({
      query: () => ({ url: `/api/v1/auth/logout`, method: "POST" }),
    }),
    getSession: build.query<GetSessionApiResponse, GetSessionApiArg>({
      query: () => ({ url: `/api/v1/auth/session` }),
    }),
    verifyEmail: build.mutation<VerifyEmailApiResponse, VerifyEmailApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/email/verify`,
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
    changeEmail: build.mutation<ChangeEmailApiResponse, ChangeEmailApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/email/change`,
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
    listSessions: build.query<ListSessionsApiResponse, ListSessionsApiArg>({
      query: () => ({ url: `/api/v1/auth/sessions` }),
    }),
    endSession: build.mutation<EndSessionApiResponse, EndSessionApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/auth/sessions/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    endOtherSessions: build.mutation<
      EndOtherSessionsApiResponse,
      EndOtherSessionsApiArg
    >({
      query: () => ({
        url: `/api/v1/auth/sessions/revoke-others`,
        method: "POST",
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
    deleteAccount: build.mutation<
      DeleteAccountApiResponse,
      DeleteAccountApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/account`,
        method: "DELETE",
        body: queryArg.body,
      }),
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
    suspendAccount: build.mutation<
      SuspendAccountApiResponse,
      SuspendAccountApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/auth/operator/accounts/${encodeURIComponent(String(queryArg.id))}/suspend`,
        method: "POST",
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
    listInvitations: build.query<
      ListInvitationsApiResponse,
      ListInvitationsApiArg
    >({
      query: () => ({ url: `/api/v1/auth/operator/invitations` }),
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
    deleteSchedule: build.mutation<
      DeleteScheduleApiResponse,
      DeleteScheduleApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/schedules/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
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
    deleteEventType: build.mutation<
      DeleteEventTypeApiResponse,
      DeleteEventTypeApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/event-types/${encodeURIComponent(String(queryArg.id))}`,
        method: "DELETE",
      }),
    }),
    listOpenings: build.query<ListOpeningsApiResponse, ListOpeningsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/openings`,
        params: {
          from: queryArg["from"],
          to: queryArg.to,
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
      }),
    }),
    getBooking: build.query<GetBookingApiResponse, GetBookingApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}`,
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
    approveBooking: build.mutation<
      ApproveBookingApiResponse,
      ApproveBookingApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/approve`,
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
    markNoShow: build.mutation<MarkNoShowApiResponse, MarkNoShowApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/user/bookings/${encodeURIComponent(String(queryArg.id))}/no-show`,
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
      }),
    }),
    getMailPreferences: build.query<
      GetMailPreferencesApiResponse,
      GetMailPreferencesApiArg
    >({
      query: () => ({ url: `/api/v1/email/preferences` }),
    }),
    setMailPreferences: build.mutation<
      SetMailPreferencesApiResponse,
      SetMailPreferencesApiArg
    >({
      query: (queryArg) => ({
        url: `/api/v1/email/preferences`,
        method: "PUT",
        body: queryArg.body,
      }),
    }),
    listUndelivered: build.query<
      ListUndeliveredApiResponse,
      ListUndeliveredApiArg
    >({
      query: () => ({ url: `/api/v1/email/operator/undelivered` }),
    }),
    listLetters: build.query<ListLettersApiResponse, ListLettersApiArg>({
      query: () => ({ url: `/api/v1/email/operator/letters` }),
    }),
    listJobs: build.query<ListJobsApiResponse, ListJobsApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/jobs`,
        params: {
          state: queryArg.state,
        },
      }),
    }),
    retryJob: build.mutation<RetryJobApiResponse, RetryJobApiArg>({
      query: (queryArg) => ({
        url: `/api/v1/email/operator/jobs/${encodeURIComponent(String(queryArg.id))}/retry`,
        method: "POST",
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
  }),
  overrideExisting: false,
});
export { injectedRtkApi as api };
export type RegisterApiResponse = /** status 201 done */ UserAnswer;
export type RegisterApiArg = {
  body: {
    email: string;
    password: string;
    name: string;
    time_zone: string;
    invitation?: string;
    operator_token?: string;
  };
};
export type GetRegistrationApiResponse = /** status 200 done */ Registration;
export type GetRegistrationApiArg = void;
export type LoginApiResponse = /** status 200 done */ UserAnswer;
export type LoginApiArg = {
  body: {
    email: string;
    password: string;
  };
};
export type LogoutApiResponse = unknown;
export type LogoutApiArg = void;
export type GetSessionApiResponse = /** status 200 done */ UserAnswer;
export type GetSessionApiArg = void;
export type VerifyEmailApiResponse = unknown;
export type VerifyEmailApiArg = {
  body: {
    token: string;
    password?: string;
  };
};
export type ResendVerificationApiResponse = unknown;
export type ResendVerificationApiArg = void;
export type ChangeEmailApiResponse = unknown;
export type ChangeEmailApiArg = {
  body: {
    email: string;
    password: string;
  };
};
export type ForgotPasswordApiResponse = unknown;
export type ForgotPasswordApiArg = {
  body: {
    email: string;
  };
};
export type ResetPasswordApiResponse = unknown;
export type ResetPasswordApiArg = {
  body: {
    token: string;
    password: string;
  };
};
export type ChangePasswordApiResponse = unknown;
export type ChangePasswordApiArg = {
  body: {
    current_password: string;
    password: string;
  };
};
export type ListSessionsApiResponse = /** status 200 done */ SessionList;
export type ListSessionsApiArg = void;
export type EndSessionApiResponse = unknown;
export type EndSessionApiArg = {
  id: string;
};
export type EndOtherSessionsApiResponse = unknown;
export type EndOtherSessionsApiArg = void;
export type ListApiKeysApiResponse = /** status 200 done */ ApiKeyList;
export type ListApiKeysApiArg = void;
export type CreateApiKeyApiResponse = /** status 201 done */ {
  api_key: ApiKey;
  token: string;
};
export type CreateApiKeyApiArg = {
  body: {
    name: string;
    password: string;
  };
};
export type DeleteApiKeyApiResponse = unknown;
export type DeleteApiKeyApiArg = {
  id: string;
};
export type DeleteAccountApiResponse = unknown;
export type DeleteAccountApiArg = {
  body: {
    password: string;
  };
};
export type ListAccountsApiResponse = /** status 200 done */ AccountList;
export type ListAccountsApiArg = {
  limit?: number;
  cursor?: string;
};
export type SuspendAccountApiResponse = unknown;
export type SuspendAccountApiArg = {
  id: string;
};
export type RestoreAccountApiResponse = unknown;
export type RestoreAccountApiArg = {
  id: string;
};
export type ListInvitationsApiResponse = /** status 200 done */ InvitationList;
export type ListInvitationsApiArg = void;
export type CreateInvitationApiResponse = /** status 201 done */ {
  invitation: Invitation;
  url: string;
};
export type CreateInvitationApiArg = {
  body: {
    email?: string;
  };
};
export type DeleteInvitationApiResponse = unknown;
export type DeleteInvitationApiArg = {
  id: string;
};
export type GetProfileApiResponse = /** status 200 done */ Profile;
export type GetProfileApiArg = void;
export type UpdateProfileApiResponse = /** status 200 done */ Profile;
export type UpdateProfileApiArg = {
  body: ProfilePatch;
};
export type ListSchedulesApiResponse = /** status 200 done */ ScheduleList;
export type ListSchedulesApiArg = void;
export type CreateScheduleApiResponse = /** status 201 done */ Schedule;
export type CreateScheduleApiArg = {
  body: NewSchedule;
};
export type GetScheduleApiResponse = /** status 200 done */ Schedule;
export type GetScheduleApiArg = {
  id: string;
};
export type UpdateScheduleApiResponse = /** status 200 done */ Schedule;
export type UpdateScheduleApiArg = {
  id: string;
  body: SchedulePatch;
};
export type DeleteScheduleApiResponse = unknown;
export type DeleteScheduleApiArg = {
  id: string;
};
export type ListEventTypesApiResponse = /** status 200 done */ EventTypeList;
export type ListEventTypesApiArg = void;
export type CreateEventTypeApiResponse = /** status 201 done */ EventType;
export type CreateEventTypeApiArg = {
  body: NewEventType;
};
export type GetEventTypeApiResponse = /** status 200 done */ EventType;
export type GetEventTypeApiArg = {
  id: string;
};
export type UpdateEventTypeApiResponse = /** status 200 done */ EventType;
export type UpdateEventTypeApiArg = {
  id: string;
  body: EventTypePatch;
};
export type DeleteEventTypeApiResponse = unknown;
export type DeleteEventTypeApiArg = {
  id: string;
};
export type ListOpeningsApiResponse = /** status 200 done */ OpeningList;
export type ListOpeningsApiArg = {
  from?: string;
  to?: string;
};
export type CreateOpeningApiResponse = /** status 201 done */ Opening;
export type CreateOpeningApiArg = {
  body: NewOpening;
};
export type CreateOpeningSeriesApiResponse = /** status 201 done */ Series;
export type CreateOpeningSeriesApiArg = {
  body: NewSeries;
};
export type DeleteOpeningApiResponse = unknown;
export type DeleteOpeningApiArg = {
  id: string;
};
export type ListBlocksApiResponse = /** status 200 done */ BlockList;
export type ListBlocksApiArg = {
  from?: string;
  to?: string;
};
export type CreateBlockApiResponse = /** status 201 done */ Block;
export type CreateBlockApiArg = {
  body: NewBlock;
};
export type DeleteBlockApiResponse = unknown;
export type DeleteBlockApiArg = {
  id: string;
};
export type ListBookingsApiResponse = /** status 200 done */ BookingList;
export type ListBookingsApiArg = {
  view?: "upcoming" | "past" | "cancelled" | "pending";
  eventTypeId?: string;
  q?: string;
  limit?: number;
  cursor?: string;
};
export type CreateHostBookingApiResponse = /** status 201 done */ BookingStep;
export type CreateHostBookingApiArg = {
  body: NewHostBooking;
};
export type GetBookingApiResponse = /** status 200 done */ BookingDetail;
export type GetBookingApiArg = {
  id: string;
};
export type CancelBookingApiResponse = /** status 200 done */ BookingStep;
export type CancelBookingApiArg = {
  id: string;
  body: {
    reason?: string;
  };
};
export type RescheduleBookingApiResponse = /** status 200 done */ BookingStep;
export type RescheduleBookingApiArg = {
  id: string;
  body: {
    start: string;
  };
};
export type ApproveBookingApiResponse = /** status 200 done */ BookingStep;
export type ApproveBookingApiArg = {
  id: string;
  body: {};
};
export type DeclineBookingApiResponse = /** status 200 done */ BookingStep;
export type DeclineBookingApiArg = {
  id: string;
  body: {
    reason?: string;
  };
};
export type MarkNoShowApiResponse = /** status 200 done */ BookingStep;
export type MarkNoShowApiArg = {
  id: string;
  body: {
    no_show: boolean;
  };
};
export type RetryBookingJobApiResponse = unknown;
export type RetryBookingJobApiArg = {
  id: string;
  jobId: string;
};
export type ListHostSlotsApiResponse = /** status 200 done */ HostSlotList;
export type ListHostSlotsApiArg = {
  from: string;
  to: string;
  view?: "available" | "booked" | "past";
  eventTypeId?: string;
};
export type ListCustomersApiResponse = /** status 200 done */ CustomerList;
export type ListCustomersApiArg = {
  q?: string;
  limit?: number;
  cursor?: string;
};
export type GetCustomerApiResponse = /** status 200 done */ CustomerHistory;
export type GetCustomerApiArg = {
  id: string;
};
export type GetInsightsApiResponse = /** status 200 done */ Insights;
export type GetInsightsApiArg = {
  from?: string;
  to?: string;
  timeZone?: string;
};
export type GetOverviewApiResponse = /** status 200 done */ Overview;
export type GetOverviewApiArg = void;
export type MarkLinkSharedApiResponse = unknown;
export type MarkLinkSharedApiArg = void;
export type ListDeliveriesApiResponse = /** status 200 done */ DeliveryList;
export type ListDeliveriesApiArg = {
  state?: string;
  limit?: number;
  cursor?: string;
};
export type PreviewLetterApiResponse = /** status 200 done */ LetterPreview;
export type PreviewLetterApiArg = {
  kind: string;
};
export type GetMailPreferencesApiResponse =
  /** status 200 done */ MailPreferences;
export type GetMailPreferencesApiArg = void;
export type SetMailPreferencesApiResponse =
  /** status 200 done */ MailPreferences;
export type SetMailPreferencesApiArg = {
  body: MailPreferences;
};
export type ListUndeliveredApiResponse =
  /** status 200 done */ UndeliveredLetterList;
export type ListUndeliveredApiArg = void;
export type ListLettersApiResponse = /** status 200 done */ {
  items: Letter[];
};
export type ListLettersApiArg = void;
export type ListJobsApiResponse = /** status 200 done */ JobList;
export type ListJobsApiArg = {
  state?: string;
};
export type RetryJobApiResponse = unknown;
export type RetryJobApiArg = {
  id: string;
};
export type GetMailStatusApiResponse = /** status 200 done */ MailStatus;
export type GetMailStatusApiArg = void;
export type SendTestMailApiResponse = unknown;
export type SendTestMailApiArg = {
  body: {
    to?: string;
  };
};
export type User = {
  id: string;
  email: string;
  email_verified: boolean;
  name: string;
  handle: string;
  time_zone: string;
  is_operator: boolean;
  pending_email: string | null;
  created_at: string;
};
export type UserAnswer = {
  user: User;
};
export type FieldError = {
  field: string;
  message: string;
};
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  alternatives?: string[];
  request_id?: string;
};
export type Registration = {
  mode: "open" | "invitation" | "closed";
  operator_needed: boolean;
};
export type Session = {
  id: string;
  user_agent: string | null;
  created_at: string;
  last_seen_at: string;
  is_current: boolean;
};
export type SessionList = {
  items: Session[];
  next_cursor: string | null;
};
export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  created_at: string;
  last_used_at: string | null;
};
export type ApiKeyList = {
  items: ApiKey[];
  next_cursor: string | null;
};
export type Account = {
  id: string;
  email: string;
  name: string;
  handle: string;
  email_verified: boolean;
  is_operator: boolean;
  suspended_at: string | null;
  created_at: string;
};
export type AccountList = {
  items: Account[];
  next_cursor: string | null;
};
export type Invitation = {
  id: string;
  email: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
};
export type InvitationList = {
  items: Invitation[];
  next_cursor: string | null;
};
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Profile = {
  id: string;
  handle: string;
  name: string;
  bio: string;
  time_zone: string;
  locale: string;
  week_start: Weekday;
  max_per_day: number | null;
  privacy_url: string | null;
  terms_url: string | null;
  contact_url: string | null;
  public_url: string;
  is_public: boolean;
};
export type ProfilePatch = {
  handle?: string;
  name?: string;
  bio?: string;
  time_zone?: string;
  locale?: string;
  week_start?: Weekday;
  max_per_day?: number | null;
  privacy_url?: string | null;
  terms_url?: string | null;
  contact_url?: string | null;
};
export type Window = {
  start: string;
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
  date: string;
  windows: Window[];
};
export type Schedule = {
  id: string;
  name: string;
  time_zone: string;
  weekly: Weekly;
  overrides: Override[];
  is_default: boolean;
  archived: boolean;
};
export type ScheduleList = {
  items: Schedule[];
  next_cursor: string | null;
};
export type NewSchedule = {
  name: string;
  time_zone: string;
  weekly?: Weekly;
  overrides?: Override[];
  is_default?: boolean;
};
export type SchedulePatch = {
  name?: string;
  time_zone?: string;
  weekly?: Weekly;
  overrides?: Override[];
  is_default?: boolean;
};
export type Money = {
  amount_minor: number;
  currency: string;
};
export type DateRange = {
  from: string;
  to: string;
};
export type Location = {
  kind: "google_meet" | "link" | "phone" | "in_person";
  value?: string | null;
};
export type Question = {
  id: string;
  kind: "text" | "long_text" | "phone" | "choice" | "checkbox";
  label: string;
  required: boolean;
  choices?: string[];
};
export type RefundStep = {
  hours_before: number;
  percent: number;
};
export type EventType = {
  id: string;
  slug: string;
  title: string;
  description: string;
  duration_minutes: number;
  slot_interval_minutes: number | null;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  minimum_notice_minutes: number;
  horizon_days: number | null;
  max_per_day: number | null;
  max_per_week: number | null;
  seats: number;
  price: null | Money;
  requires_approval: boolean;
  approval_expires_hours: number;
  cancel_cutoff_minutes: number;
  reschedule_cutoff_minutes: number;
  date_range: null | DateRange;
  max_guests: number;
  location: Location;
  schedule_id: string;
  questions: Question[];
  reminders_minutes: number[];
  refund_ladder: RefundStep[];
  visibility: "listed" | "unlisted";
  active: boolean;
  archived: boolean;
  url: string;
};
export type EventTypeList = {
  items: EventType[];
  next_cursor: string | null;
};
export type NewEventType = {
  slug: string;
  title: string;
  description?: string;
  duration_minutes: number;
  slot_interval_minutes?: number | null;
  buffer_before_minutes?: number;
  buffer_after_minutes?: number;
  minimum_notice_minutes?: number;
  horizon_days?: number | null;
  max_per_day?: number | null;
  max_per_week?: number | null;
  seats?: number;
  price?: null | Money;
  requires_approval?: boolean;
  approval_expires_hours?: number;
  cancel_cutoff_minutes?: number;
  reschedule_cutoff_minutes?: number;
  date_range?: null | DateRange;
  max_guests?: number;
  location?: Location;
  schedule_id: string;
  questions?: Question[];
  reminders_minutes?: number[];
  refund_ladder?: RefundStep[];
  visibility?: "listed" | "unlisted";
  active?: boolean;
};
export type EventTypePatch = {
  slug?: string;
  title?: string;
  description?: string;
  duration_minutes?: number;
  slot_interval_minutes?: number | null;
  buffer_before_minutes?: number;
  buffer_after_minutes?: number;
  minimum_notice_minutes?: number;
  horizon_days?: number | null;
  max_per_day?: number | null;
  max_per_week?: number | null;
  seats?: number;
  price?: null | Money;
  requires_approval?: boolean;
  approval_expires_hours?: number;
  cancel_cutoff_minutes?: number;
  reschedule_cutoff_minutes?: number;
  date_range?: null | DateRange;
  max_guests?: number;
  location?: Location;
  schedule_id?: string;
  questions?: Question[];
  reminders_minutes?: number[];
  refund_ladder?: RefundStep[];
  visibility?: "listed" | "unlisted";
  active?: boolean;
};
export type Opening = {
  id: string;
  event_type_id: string;
  start: string;
  end: string;
  price: null | Money;
  booked: boolean;
};
export type OpeningList = {
  items: Opening[];
  next_cursor: string | null;
};
export type NewOpening = {
  event_type_id: string;
  start: string;
  end?: string;
  price?: null | Money;
};
export type SkippedOpening = {
  start: string;
  reason: string;
};
export type Series = {
  items: Opening[];
  skipped: SkippedOpening[];
};
export type NewSeries = {
  event_type_id: string;
  date: string;
  start: string;
  count_per_day: number;
  weeks: number;
  price?: null | Money;
  time_zone?: string;
};
export type Block = {
  id: string;
  start: string;
  end: string;
  reason: string | null;
};
export type BlockList = {
  items: Block[];
  next_cursor: string | null;
};
export type NewBlock = {
  start: string;
  end: string;
  reason?: string | null;
};
export type BookingState =
  | "held"
  | "awaiting_approval"
  | "confirmed"
  | "cancelled"
  | "declined"
  | "expired";
export type BookedEventType = {
  id: string;
  title: string;
  slug: string;
  duration_minutes: number;
};
export type BookingCustomer = {
  id: string;
  name: string;
  email: string;
  time_zone: string;
};
export type Answer = {
  question_id: string;
  label: string;
  value: string;
};
export type Booking = {
  id: string;
  state: BookingState;
  start: string;
  end: string;
  event_type: BookedEventType;
  customer: BookingCustomer;
  guests: string[];
  answers: Answer[];
  notes: string | null;
  location: Location;
  price: null | Money;
  no_show: boolean;
  cancel_reason: string | null;
  cancelled_by: ("customer" | "host" | null) | ("customer" | "host" | null);
  expires_at: string | null;
  proposed_start: string | null;
  time_zone: string;
  version: number;
  created_at: string;
  warnings?: string[];
};
export type BookingList = {
  items: Booking[];
  next_cursor: string | null;
};
export type Warning = {
  code: string;
  message: string;
};
export type BookingStep = {
  booking: Booking;
  warnings: Warning[];
};
export type GivenAnswer = {
  question_id: string;
  value: string;
};
export type NewHostBooking = {
  event_type_id: string;
  start: string;
  name: string;
  email: string;
  time_zone: string;
  notes?: string;
  answers?: GivenAnswer[];
  guests?: string[];
};
export type TimelineLine = {
  id: string | null;
  at: string;
  what: string;
  to: string | null;
  state: "done" | "waiting" | "running" | "failed" | "skipped";
  tries: number;
  last_error: string | null;
  next_try_at: string | null;
  can_retry: boolean;
};
export type BookingDetail = {
  id: string;
  state: BookingState;
  start: string;
  end: string;
  event_type: BookedEventType;
  customer: BookingCustomer;
  guests: string[];
  answers: Answer[];
  notes: string | null;
  location: Location;
  price: null | Money;
  no_show: boolean;
  cancel_reason: string | null;
  cancelled_by: ("customer" | "host" | null) | ("customer" | "host" | null);
  expires_at: string | null;
  proposed_start: string | null;
  time_zone: string;
  version: number;
  created_at: string;
  warnings?: string[];
  timeline: TimelineLine[];
};
export type HostSlot = {
  start: string;
  end: string;
  event_type_id: string;
  title: string;
  state: "available" | "booked" | "past";
  booking_id: string | null;
  customer_name: string | null;
  seats_left: number | null;
  opening_id: string | null;
};
export type HostSlotList = {
  items: HostSlot[];
  next_cursor: string | null;
};
export type Customer = {
  id: string;
  name: string;
  email: string;
  bookings: number;
  missed: number;
  first_at: string;
  last_at: string;
  next_at: string | null;
};
export type CustomerList = {
  items: Customer[];
  next_cursor: string | null;
};
export type CustomerHistory = {
  customer: Customer;
  bookings: Booking[];
};
export type InsightTotals = {
  offered_slots: number;
  offered_minutes: number;
  booked_slots: number;
  booked_minutes: number;
  bookings: number;
  cancelled: number;
  no_shows: number;
};
export type InsightDay = {
  date: string;
  offered_slots: number;
  booked_slots: number;
  bookings: number;
  cancelled: number;
  no_shows: number;
};
export type InsightEventType = {
  event_type_id: string;
  title: string;
  offered_slots: number;
  offered_minutes: number;
  booked_slots: number;
  booked_minutes: number;
  bookings: number;
  cancelled: number;
  no_shows: number;
};
export type Insights = {
  from: string;
  to: string;
  time_zone: string;
  totals: InsightTotals;
  days: InsightDay[];
  event_types: InsightEventType[];
};
export type OverviewCounts = {
  upcoming: number;
  pending: number;
  past_30_days: number;
  available_until: string;
  available: number;
};
export type FirstSteps = {
  verified: boolean;
  hours: boolean;
  event_type: boolean;
  link_shared: boolean;
  booked: boolean;
};
export type Overview = {
  now: string;
  next: null | Booking;
  today: Booking[];
  counts: OverviewCounts;
  steps: FirstSteps;
};
export type Delivery = {
  id: string;
  letter: string;
  to: string;
  state: "queued" | "accepted" | "refused" | "failed" | "suppressed";
  booking_id: string | null;
  tries: number;
  last_error: string | null;
  created_at: string;
  accepted_at: string | null;
};
export type DeliveryList = {
  items: Delivery[];
  next_cursor: string | null;
};
export type LetterPreview = {
  subject: string;
  text: string;
  html: string;
};
export type MailPreferences = {
  notify_booked: boolean;
  notify_cancelled: boolean;
  notify_rescheduled: boolean;
};
export type UndeliveredLetter = {
  id: string;
  host_id: string | null;
  letter: string;
  to: string;
  state: string;
  tries: number;
  last_error: string | null;
  created_at: string;
};
export type UndeliveredLetterList = {
  items: UndeliveredLetter[];
  next_cursor: string | null;
};
export type Letter = {
  id: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  created_at: string;
};
export type Job = {
  id: string;
  kind: string;
  state: string;
  tries: number;
  last_error: string | null;
  created_at: string;
};
export type JobList = {
  items: Job[];
  next_cursor: string | null;
};
export type MailStatus = {
  transport: "smtp" | "mailbox";
  from: string;
  ok: boolean | null;
  last_error: string | null;
};
export const {
  useRegisterMutation,
  useGetRegistrationQuery,
  useLoginMutation,
  useLogoutMutation,
  useGetSessionQuery,
  useVerifyEmailMutation,
  useResendVerificationMutation,
  useChangeEmailMutation,
  useForgotPasswordMutation,
  useResetPasswordMutation,
  useChangePasswordMutation,
  useListSessionsQuery,
  useEndSessionMutation,
  useEndOtherSessionsMutation,
  useListApiKeysQuery,
  useCreateApiKeyMutation,
  useDeleteApiKeyMutation,
  useDeleteAccountMutation,
  useListAccountsQuery,
  useSuspendAccountMutation,
  useRestoreAccountMutation,
  useListInvitationsQuery,
  useCreateInvitationMutation,
  useDeleteInvitationMutation,
  useGetProfileQuery,
  useUpdateProfileMutation,
  useListSchedulesQuery,
  useCreateScheduleMutation,
  useGetScheduleQuery,
  useUpdateScheduleMutation,
  useDeleteScheduleMutation,
  useListEventTypesQuery,
  useCreateEventTypeMutation,
  useGetEventTypeQuery,
  useUpdateEventTypeMutation,
  useDeleteEventTypeMutation,
  useListOpeningsQuery,
  useCreateOpeningMutation,
  useCreateOpeningSeriesMutation,
  useDeleteOpeningMutation,
  useListBlocksQuery,
  useCreateBlockMutation,
  useDeleteBlockMutation,
  useListBookingsQuery,
  useCreateHostBookingMutation,
  useGetBookingQuery,
  useCancelBookingMutation,
  useRescheduleBookingMutation,
  useApproveBookingMutation,
  useDeclineBookingMutation,
  useMarkNoShowMutation,
  useRetryBookingJobMutation,
  useListHostSlotsQuery,
  useListCustomersQuery,
  useGetCustomerQuery,
  useGetInsightsQuery,
  useGetOverviewQuery,
  useMarkLinkSharedMutation,
  useListDeliveriesQuery,
  usePreviewLetterQuery,
  useGetMailPreferencesQuery,
  useSetMailPreferencesMutation,
  useListUndeliveredQuery,
  useListLettersQuery,
  useListJobsQuery,
  useRetryJobMutation,
  useGetMailStatusQuery,
  useSendTestMailMutation,
} = injectedRtkApi;
