// Generated from openapi.json by `npm run generate`.
export interface paths {
    "/api/v1/auth/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes the account with all that is its own. Bookings that still lie ahead must be cancelled first. */
        delete: operations["close_account"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account's keys, newest first. */
        get: operations["list_api_keys"];
        put?: never;
        /** Makes a key. The account's address is told. */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a key. The account's address is told. */
        delete: operations["delete_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for another address. The account keeps its old one until the letter to the new one is answered. */
        post: operations["change_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the link again: to the new address where a change is under way, else to the unverified one. Once a minute. */
        post: operations["resend_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies the address of a registration, or the new address of an account. */
        post: operations["verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Logs in and begins a session; the one that the browser had ends. */
        post: operations["log_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the browser's session, if it has one. */
        post: operations["log_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/operator/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The instance's accounts, newest first. */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/operator/accounts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restores a suspended account. */
        post: operations["restore_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/operator/accounts/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspends an account: its sessions end, its keys are refused, its page can't be seen. */
        post: operations["suspend_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/operator/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations, newest first. */
        get: operations["list_invitations"];
        put?: never;
        /** Invites somebody to register, for a week. */
        post: operations["create_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/operator/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back. */
        delete: operations["delete_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password and ends the other sessions of the account. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link to a new password, if the address has an account. Once a minute. */
        post: operations["forgot_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password and ends every session of the account. */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a host and begins a session. The address is verified by the link in a letter. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may register on this instance. */
        get: operations["get_registration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in. */
        get: operations["get_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account's sessions, newest first. */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every session of the account but the one that asks. */
        post: operations["revoke_other_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one session of the account. */
        delete: operations["revoke_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books a slot. 409 `slot-taken`, with the nearest open starts, where the slot exists and can't be had; 422
         *     `not-a-slot` where no slot starts then.
         */
        post: operations["create_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The booking that the token in `Authorization: Bearer` proves. */
        get: operations["get_client_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a booking within the cut-off. */
        post: operations["cancel_client_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/bookings/{id}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a booking that the owner of the address didn't make, and stops letters from this host to that address. The
         *     token is that of the link in a letter: whoever booked has the manage link, too, but only the owner reads the letter.
         */
        post: operations["report_not_me"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves a booking to another open slot within the cut-off. Where approval is needed the old time stays until the host
         *     approves: `proposed_start` then says what was asked for.
         */
        post: operations["reschedule_client_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/manage-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the manage links of an address's bookings with a host to that address. Always 202: nothing tells whether there
         *     are any.
         */
        post: operations["send_manage_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/manage/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The booking of a manage link's token. */
        get: operations["get_managed_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/manage/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The booking of a manage link as an iCalendar file, to be kept by hand. */
        get: operations["get_booking_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/pages/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A host's public profile and listed event types. */
        get: operations["get_host_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/pages/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event type, listed or not. */
        get: operations["get_event_type_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/pages/{handle}/{slug}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open slots of an event type that start on dates of the viewer's zone. */
        get: operations["list_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client/pages/{handle}/{slug}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events of an event type: `hello` and `slots`, each with the availability version; `catch_up` where some
         *     were missed. Whoever hears of a new version reads the slots again.
         */
        get: operations["stream_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's deliveries, newest first. */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/letters/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter as its readers get it, with invented people. `kind` is what deliveries call it, such as `confirmed`. */
        get: operations["preview_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs of all services that were given up, newest first. */
        get: operations["list_buried_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a job that failed again now. */
        post: operations["retry_buried_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letters that were kept for want of a mail server, newest first. */
        get: operations["list_kept_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How letters go out, and what keeps them from it. */
        get: operations["get_mail_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test letter at once and tells what the mail server said. */
        post: operations["send_test_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/operator/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters that no mail server has taken, of all hosts, newest first. */
        get: operations["list_undelivered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which notices the host wants. */
        get: operations["get_preferences"];
        /** Chooses which notices the host wants. */
        put: operations["update_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's blocks by start, the first thousand. */
        get: operations["list_blocks"];
        put?: never;
        /** Blocks a period. Bookings inside it stay; nothing new is offered there. */
        post: operations["create_block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a block back. */
        delete: operations["delete_block"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's bookings: upcoming and pending ones by start, past and cancelled ones newest first. */
        get: operations["list_bookings"];
        put?: never;
        /**
         * Books for a customer. The host is freer than a customer: only the core of another meeting is in the way; what the
         *     other rules would have said is in `warnings`.
         */
        post: operations["create_host_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking, with what happened and every effect that follows. */
        get: operations["get_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says yes to a request, or to a move that the customer asks for. */
        post: operations["approve_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a booking; the customer gets a letter with the reason. */
        post: operations["cancel_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says no. A move that is asked for leaves the booking at its old time. */
        post: operations["decline_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a failed effect again now. */
        post: operations["retry_booking_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks or unmarks a meeting that is over as missed. */
        post: operations["mark_no_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a booking to another start. Only the core of another meeting is in the way of a host. */
        post: operations["reschedule_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's customers, the newest first. */
        get: operations["list_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer with the bookings. */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's event types, in the order they were made; archived ones apart. */
        get: operations["list_event_types"];
        put?: never;
        /** Makes an event type. Title, slug, duration and schedule are needed; the rest has defaults. */
        post: operations["create_event_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/event-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event type, archived or not. */
        get: operations["get_event_type"];
        put?: never;
        post?: never;
        /** Deletes an event type; one that has bookings is archived and they stay. */
        delete: operations["delete_event_type"];
        options?: never;
        head?: never;
        /** Changes what is named of an event type. Bookings keep what was agreed. */
        patch: operations["update_event_type"];
        trace?: never;
    };
    "/api/v1/user/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that the account holds as one document to keep: its profile, availability, customers and bookings. */
        get: operations["export_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was offered (kept by a daily job), booked, cancelled and missed in a range of dates. */
        get: operations["get_insights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's openings by start, the first thousand. */
        get: operations["list_openings"];
        put?: never;
        /** Publishes one slot by hand, inside or outside of the weekly hours. */
        post: operations["create_opening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/openings/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes slots on one weekday for several weeks, at the same local time across clock changes. */
        post: operations["create_opening_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/openings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an opening back. What was booked from it stays booked. */
        delete: operations["delete_opening"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is next, what waits, and the first steps. */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/overview/link-shared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that the host has copied the link: the last of the first steps that only the host can tell. */
        post: operations["mark_link_shared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's profile. */
        get: operations["get_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the profile. A new handle leaves the old one reserved, and redirecting, for a year. */
        patch: operations["update_profile"];
        trace?: never;
    };
    "/api/v1/user/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's schedules, in the order they were made. */
        get: operations["list_schedules"];
        put?: never;
        /** Makes a schedule. Without `time_zone` it is in the profile's; the host's first is the default. */
        post: operations["create_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One schedule. */
        get: operations["get_schedule"];
        put?: never;
        post?: never;
        /** Deletes a schedule. One that event types use is refused, and so is the default. */
        delete: operations["delete_schedule"];
        options?: never;
        head?: never;
        /** Changes what is named of a schedule. Bookings that were made stay where they are. */
        patch: operations["update_schedule"];
        trace?: never;
    };
    "/api/v1/user/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The host's slots by start: open ones, booked ones to come, or meetings that are over. */
        get: operations["list_host_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events of the host: `hello` with the availability version, `slots` with a new one, `booking` with an
         *     id, `delivery`. It ends where some were missed, and when a session or key of the host ends; the lists are read again
         *     after it was opened anew.
         */
        get: operations["stream_host"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account as the operator sees it. */
        Account: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            handle: string;
            email_verified: boolean;
            is_operator: boolean;
            suspended_at?: components["schemas"]["Instant"] | null;
            created_at: components["schemas"]["Instant"];
        };
        /** @description An answer with its question. */
        Answer: {
            question_id: string;
            label: string;
            value: string;
        };
        /** @description A key, without its secret. */
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description Its first characters.
             * @example ts_Ab3xY
             */
            prefix: string;
            created_at: components["schemas"]["Instant"];
            last_used_at?: components["schemas"]["Instant"] | null;
        };
        /** @description A period in which the host can't be booked. */
        Block: {
            /** Format: uuid */
            id: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** @description The host's own note; customers never see it. */
            reason?: string | null;
        };
        /** @description A booking, and the token of its manage link. */
        Booked: {
            booking: components["schemas"]["ClientBooking"];
            manage_token: string;
        };
        /** @description What was booked, as it was agreed. */
        BookedEventType: {
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: int64 */
            duration_minutes: number;
        };
        /** @description A booking. */
        Booking: {
            /** Format: uuid */
            id: string;
            /** @description `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`. */
            state: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            event_type: components["schemas"]["BookedEventType"];
            customer: components["schemas"]["BookingCustomer"];
            guests: string[];
            answers: components["schemas"]["Answer"][];
            notes?: string | null;
            location: components["schemas"]["Location"];
            price?: components["schemas"]["Money"] | null;
            no_show: boolean;
            cancel_reason?: string | null;
            /** @description `customer` or `host`. */
            cancelled_by?: string | null;
            expires_at?: components["schemas"]["Instant"] | null;
            proposed_start?: components["schemas"]["Instant"] | null;
            /** @description The host's zone when it was booked. */
            time_zone: string;
            /** @description `customer` or `host`. */
            booked_by: string;
            /** Format: int64 */
            version: number;
            created_at: components["schemas"]["Instant"];
        };
        /** @description Who booked. */
        BookingCustomer: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @description The customer's zone when booking. */
            time_zone: string;
        };
        /** @description A booking with its timeline. */
        BookingDetail: components["schemas"]["Booking"] & {
            timeline: components["schemas"]["TimelineLine"][];
        };
        /** @description A booking after a step, with what the rules would have said to a customer. */
        BookingStep: {
            booking: components["schemas"]["Booking"];
            warnings: components["schemas"]["Warning"][];
        };
        /** @description A job that went wrong for good. */
        BuriedJob: {
            /** Format: uuid */
            id: string;
            /** @description What was to be done. */
            kind: string;
            /** @description `dead`. */
            state: string;
            /** Format: uuid */
            host_id?: string | null;
            /** Format: uuid */
            booking_id?: string | null;
            /** @description For whom it was. */
            recipient: string;
            /**
             * Format: int32
             * @description How often it was tried.
             */
            tries: number;
            /** @description What went wrong last. */
            last_error?: string | null;
            created_at: components["schemas"]["Instant"];
            finished_at?: components["schemas"]["Instant"] | null;
        };
        /** @description Why. */
        CancelBody: {
            /** @description A word to the host; may be left out. */
            reason?: string | null;
        };
        /** @description The address that the account shall have. */
        ChangeEmailBody: {
            /** @example ada.king@example.com */
            email: string;
            /** @description The account's password. */
            password: string;
        };
        /** @description The old password and the new. */
        ChangePasswordBody: {
            current_password: string;
            /** @description 8 to 200 characters. */
            password: string;
        };
        /** @description A booking as its customer sees it. */
        ClientBooking: {
            /** Format: uuid */
            id: string;
            /** @description `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`. */
            state: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            event_type: components["schemas"]["ClientEventType"];
            host: components["schemas"]["ClientHost"];
            location: components["schemas"]["ClientLocation"];
            price?: components["schemas"]["Money"] | null;
            expires_at?: components["schemas"]["Instant"] | null;
            name: string;
            email: string;
            /** @description The customer's zone when booking. */
            time_zone: string;
            guests: string[];
            notes?: string | null;
            can_cancel: boolean;
            can_reschedule: boolean;
            cancel_until?: components["schemas"]["Instant"] | null;
            reschedule_until?: components["schemas"]["Instant"] | null;
            cancel_reason?: string | null;
            /** @description `customer` or `host`. */
            cancelled_by?: string | null;
            proposed_start?: components["schemas"]["Instant"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A booking after a step. */
        ClientBookingAnswer: {
            booking: components["schemas"]["ClientBooking"];
        };
        /** @description What was booked, as it was agreed. */
        ClientEventType: {
            /** @description Empty where the event type is gone. */
            slug: string;
            title: string;
            /** Format: int64 */
            duration_minutes: number;
        };
        /** @description With whom. */
        ClientHost: {
            handle: string;
            name: string;
            /** @description The host's zone when it was booked. */
            time_zone: string;
            /** @description The host's language tag, by which sums are written. */
            locale: string;
        };
        /** @description Where. */
        ClientLocation: {
            /** @description `google_meet`, `link`, `phone` or `in_person`. */
            kind: string;
            /** @description The link, number or place; told once it is confirmed. */
            value?: string | null;
        };
        /** @description The account's password. */
        CloseBody: {
            password: string;
        };
        /** @description What the key is to be called. */
        CreateApiKeyBody: {
            /** @example my script */
            name: string;
            /** @description The account's password. */
            password: string;
        };
        /** @description One who books with the host. */
        Customer: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /**
             * Format: int64
             * @description Confirmed bookings, past and to come.
             */
            bookings: number;
            /**
             * Format: int64
             * @description How many of them were missed.
             */
            missed: number;
            first_at?: components["schemas"]["Instant"] | null;
            last_at?: components["schemas"]["Instant"] | null;
            next_at?: components["schemas"]["Instant"] | null;
            /** @description Whether they want no more letters from this host. */
            letters_stopped: boolean;
        };
        /** @description A customer with the bookings, newest meeting first. */
        CustomerHistory: {
            customer: components["schemas"]["Customer"];
            bookings: components["schemas"]["Booking"][];
        };
        /** @description Host-local dates, both inclusive. */
        DateRange: {
            /** @description `YYYY-MM-DD`. */
            from: string;
            /** @description `YYYY-MM-DD`. */
            to: string;
        };
        /** @description One letter to one address. */
        Delivery: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The job that writes it, which can be retried.
             */
            job_id: string;
            /**
             * Format: uuid
             * @description Whose booking or account it is about; an invitation's is the inviter's.
             */
            host_id?: string | null;
            /** @description The letter: `confirmed`, `cancelled`, `reminder` and so on. */
            letter: string;
            /** @description `customer`, `guest:0` to `guest:4`, `host` or `account`. */
            recipient: string;
            /** @description The address, where it is still known. */
            to?: string | null;
            /**
             * @description `queued`, `accepted` (the mail server took it), `refused` (it never will), `failed` (it is tried again) or
             *     `suppressed` (it isn't wanted, or a limit is reached).
             */
            state: string;
            /** Format: uuid */
            booking_id?: string | null;
            /**
             * Format: int32
             * @description How often it was handed to the mail server.
             */
            tries: number;
            /** @description What went wrong last. */
            last_error?: string | null;
            /** @description When it was first tried. */
            created_at: components["schemas"]["Instant"];
            accepted_at?: components["schemas"]["Instant"] | null;
        };
        /** @description An event type. */
        EventType: {
            /** Format: uuid */
            id: string;
            slug: string;
            title: string;
            description: string;
            /** Format: int32 */
            duration_minutes: number;
            /** Format: int32 */
            slot_interval_minutes?: number | null;
            /** Format: int32 */
            buffer_before_minutes: number;
            /** Format: int32 */
            buffer_after_minutes: number;
            /** Format: int32 */
            minimum_notice_minutes: number;
            /** Format: int32 */
            horizon_days?: number | null;
            date_range?: components["schemas"]["DateRange"] | null;
            /** Format: int32 */
            max_per_day?: number | null;
            /** Format: int32 */
            max_per_week?: number | null;
            /** Format: int32 */
            seats: number;
            price?: components["schemas"]["Money"] | null;
            requires_approval: boolean;
            /** Format: int32 */
            approval_expires_hours: number;
            /** Format: int32 */
            cancel_cutoff_minutes: number;
            /** Format: int32 */
            reschedule_cutoff_minutes: number;
            /** Format: int32 */
            max_guests: number;
            location: components["schemas"]["Location"];
            /** Format: uuid */
            schedule_id: string;
            questions: components["schemas"]["Question"][];
            reminders_minutes: number[];
            refund_ladder: components["schemas"]["RefundStep"][];
            /** @description `listed` or `unlisted`. */
            visibility: string;
            /** @description Whether it can be booked now. */
            active: boolean;
            /** @description Whether it is only kept for its bookings. */
            archived: boolean;
            /** @description The booking page's address. */
            url: string;
        };
        /** @description What an event type is made of or changed to; what isn't named stays, or has its default. */
        EventTypeBody: {
            slug?: string | null;
            title?: string | null;
            description?: string | null;
            /** Format: int64 */
            duration_minutes?: number | null;
            /** Format: int64 */
            slot_interval_minutes?: number | null;
            /** Format: int64 */
            buffer_before_minutes?: number | null;
            /** Format: int64 */
            buffer_after_minutes?: number | null;
            /** Format: int64 */
            minimum_notice_minutes?: number | null;
            /** Format: int64 */
            horizon_days?: number | null;
            date_range?: components["schemas"]["DateRange"] | null;
            /** Format: int64 */
            max_per_day?: number | null;
            /** Format: int64 */
            max_per_week?: number | null;
            /** Format: int64 */
            seats?: number | null;
            price?: components["schemas"]["Money"] | null;
            requires_approval?: boolean | null;
            /** Format: int64 */
            approval_expires_hours?: number | null;
            /** Format: int64 */
            cancel_cutoff_minutes?: number | null;
            /** Format: int64 */
            reschedule_cutoff_minutes?: number | null;
            /** Format: int64 */
            max_guests?: number | null;
            location?: components["schemas"]["Location"] | null;
            /** Format: uuid */
            schedule_id?: string | null;
            questions?: components["schemas"]["Question"][] | null;
            reminders_minutes?: number[] | null;
            refund_ladder?: components["schemas"]["RefundStep"][] | null;
            visibility?: string | null;
            active?: boolean | null;
        };
        /** @description A host and one event type. */
        EventTypePage: {
            host: components["schemas"]["PublicHost"];
            event_type: components["schemas"]["PublicEventTypeDetail"];
        };
        /** @description What the account holds. */
        Export: {
            exported_at: components["schemas"]["Instant"];
            profile: components["schemas"]["Profile"];
            schedules: components["schemas"]["Schedule"][];
            event_types: components["schemas"]["EventType"][];
            openings: components["schemas"]["Opening"][];
            blocks: components["schemas"]["Block"][];
            customers: components["schemas"]["Customer"][];
            /** @description By start, the first twenty thousand. */
            bookings: components["schemas"]["Booking"][];
        };
        /** @description What is wrong with one field. */
        FieldError: {
            /**
             * @description The field, with a path where it lies deeper: `questions[0].label`.
             * @example email
             */
            field: string;
            /** @description What is wrong with it and what to do. */
            message: string;
        };
        /** @description What a new host has done. */
        FirstSteps: {
            verified: boolean;
            hours: boolean;
            event_type: boolean;
            link_shared: boolean;
            booked: boolean;
        };
        /** @description Whose password is forgotten. */
        ForgotBody: {
            /** @example ada@example.com */
            email: string;
        };
        /** @description An answer to one of the host's questions. */
        GivenAnswer: {
            question_id: string;
            value: string;
        };
        /** @description A host and what can be booked. */
        HostPage: {
            host: components["schemas"]["PublicHost"];
            /** @description The listed, active ones. */
            event_types: components["schemas"]["ListedEventType"][];
        };
        /** @description One slot as its host tracks it. */
        HostSlot: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** Format: uuid */
            event_type_id: string;
            title: string;
            /** @description `available`, `booked` or `past`. */
            state: string;
            /** Format: uuid */
            booking_id?: string | null;
            customer_name?: string | null;
            /** Format: int32 */
            seats_left?: number | null;
            /**
             * Format: uuid
             * @description The opening it comes from, if it was published by hand.
             */
            opening_id?: string | null;
        };
        /** @description The counts of one date. */
        InsightDay: components["schemas"]["InsightTotals"] & {
            date: string;
        };
        /** @description The counts of one event type. */
        InsightEventType: components["schemas"]["InsightTotals"] & {
            /** Format: uuid */
            event_type_id: string;
            title: string;
        };
        /** @description Numbers of a date, an event type or a whole range. */
        InsightTotals: {
            /**
             * Format: int64
             * @description Slots that stood open or were booked, on days that are over.
             */
            offered_slots: number;
            /** Format: int64 */
            offered_minutes: number;
            /**
             * Format: int64
             * @description Of those, booked ones.
             */
            booked_slots: number;
            /** Format: int64 */
            booked_minutes: number;
            /**
             * Format: int64
             * @description Confirmed bookings.
             */
            bookings: number;
            /** Format: int64 */
            cancelled: number;
            /**
             * Format: int64
             * @description Confirmed bookings to which the customer didn't come.
             */
            no_shows: number;
        };
        /** @description What was offered and what became of it. */
        Insights: {
            from: string;
            to: string;
            time_zone: string;
            totals: components["schemas"]["InsightTotals"];
            /** @description Every date of the range. */
            days: components["schemas"]["InsightDay"][];
            event_types: components["schemas"]["InsightEventType"][];
        };
        /**
         * Format: date-time
         * @example 2027-01-01T09:00:00Z
         */
        Instant: string;
        /** @description An invitation. */
        Invitation: {
            /** Format: uuid */
            id: string;
            /** @description Whom, if anybody in particular. */
            email?: string | null;
            created_at: components["schemas"]["Instant"];
            expires_at: components["schemas"]["Instant"];
            used_at?: components["schemas"]["Instant"] | null;
        };
        /** @description Whom to invite. */
        InviteBody: {
            /**
             * @description Gets a letter, and nobody else can use the invitation; without it whoever has the link can.
             * @example grace@example.com
             */
            email?: string | null;
        };
        /** @description A letter as it is read. */
        LetterPreview: {
            subject: string;
            /** @description The plain body. */
            text: string;
            /** @description The same as a whole HTML document. */
            html: string;
        };
        /** @description An event type in its host's list. */
        ListedEventType: components["schemas"]["PublicEventType"] & {
            next_open?: components["schemas"]["Instant"] | null;
        };
        /** @description Where a meeting takes place. */
        Location: {
            /**
             * @description `google_meet`, `link`, `phone` or `in_person`.
             * @example link
             */
            kind: string;
            /** @description The link, number or place; may be empty where the host tells it later. */
            value?: string;
        };
        /** @description Who wants to log in. */
        LoginBody: {
            /** @example ada@example.com */
            email: string;
            password: string;
        };
        /** @description How letters go out. */
        MailStatus: {
            /** @description `smtp`, or `mailbox` where no mail server is set and letters are kept to be read here. */
            transport: string;
            /** @description The sender of letters. */
            from: string;
            /** @description Whether letters go out, as far as is known; null without a mail server. */
            ok?: boolean | null;
            /** @description Why not: what a letter that is still being tried met with. */
            last_error?: string | null;
        };
        /** @description To whom the test goes. */
        MailTest: {
            /** @description An address; the operator's own unless it is given. */
            to?: string | null;
        };
        /** @description What came of the test. */
        MailTestOutcome: {
            /** @description Whether the mail server, or the mailbox, took the letter. */
            ok: boolean;
            /** @description Why not. */
            error?: string | null;
        };
        /** @description A letter that is kept for want of a mail server. */
        MailboxLetter: {
            /** Format: uuid */
            id: string;
            /** @description The reader's address. */
            to: string;
            /** @description `Name <address>`. */
            from: string;
            subject: string;
            /** @description The plain body. */
            text: string;
            /** @description The same as a whole HTML document. */
            html: string;
            /** @description The calendar part. */
            calendar?: string | null;
            created_at: components["schemas"]["Instant"];
        };
        /** @description Whose links, from whom. */
        ManageLinkBody: {
            email: string;
            handle: string;
        };
        /** @description A sum of money. */
        Money: {
            /**
             * Format: int64
             * @description In the currency's smallest unit.
             */
            amount_minor: number;
            /**
             * @description ISO 4217.
             * @example INR
             */
            currency: string;
        };
        /** @description A new key and its secret. */
        NewApiKey: {
            api_key: components["schemas"]["ApiKey"];
            /** @description Sent as `Authorization: Bearer`; it is not shown again. */
            token: string;
        };
        /** @description A period to be blocked. */
        NewBlock: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            reason?: string | null;
        };
        /** @description What somebody wants to book. */
        NewBooking: {
            handle: string;
            slug: string;
            start: components["schemas"]["Instant"];
            name: string;
            email: string;
            /** @description The customer's IANA zone. */
            time_zone: string;
            notes?: string | null;
            answers?: components["schemas"]["GivenAnswer"][];
            /** @description Mail addresses of those who come along. */
            guests?: string[];
            price?: components["schemas"]["Money"] | null;
            /**
             * Format: int32
             * @description How long the slot was on the page; 409 `terms-changed` if it is another length now.
             */
            duration_minutes?: number | null;
        };
        /** @description A booking that the host makes for a customer. */
        NewHostBooking: {
            /** Format: uuid */
            event_type_id: string;
            start: components["schemas"]["Instant"];
            /** @description The customer's name. */
            name: string;
            /** @description The customer's address; the letters go there. */
            email: string;
            /** @description The customer's IANA zone. */
            time_zone: string;
            notes?: string | null;
            guests?: string[];
        };
        /** @description An invitation and its link. */
        NewInvitation: {
            invitation: components["schemas"]["Invitation"];
            /** @description The link to the register page; it is not shown again. */
            url: string;
        };
        /** @description A slot to be published. */
        NewOpening: {
            /** Format: uuid */
            event_type_id: string;
            start: components["schemas"]["Instant"];
            end?: components["schemas"]["Instant"] | null;
            price?: components["schemas"]["Money"] | null;
        };
        /** @description Hours to be published week after week. */
        NewSeries: {
            /** Format: uuid */
            event_type_id: string;
            /** @description The first date, `YYYY-MM-DD`. */
            date: string;
            /** @description When the first slot of each date starts, `HH:MM`. */
            start: string;
            /**
             * Format: int64
             * @description How many slots follow one another on each date, 1 to 24.
             */
            count_per_day: number;
            /**
             * Format: int64
             * @description How many weeks, 1 to 52.
             */
            weeks: number;
            price?: components["schemas"]["Money"] | null;
            /** @description The profile's zone unless said otherwise. */
            time_zone?: string | null;
        };
        /** @description Whether the customer didn't come. */
        NoShowBody: {
            /** @default true */
            no_show: boolean;
        };
        /** @description Which of the host's own notices are wanted. Requests for approval come whatever is chosen: nobody else can answer. */
        NoticePreferences: {
            /** @description Of new bookings. */
            notify_booked: boolean;
            /** @description Of cancelled ones. */
            notify_cancelled: boolean;
            /** @description Of moved ones. */
            notify_rescheduled: boolean;
        };
        /** @description One slot published by hand. */
        Opening: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_type_id: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            price?: components["schemas"]["Money"] | null;
            /** @description Whether somebody has booked it. */
            booked: boolean;
        };
        /** @description What holds on one date instead of the weekly windows. */
        Override: {
            /** @description `YYYY-MM-DD`. */
            date: string;
            /** @description None closes the day. */
            windows: components["schemas"]["Window"][];
        };
        /** @description The business at a glance. */
        Overview: {
            now: components["schemas"]["Instant"];
            next?: components["schemas"]["Booking"] | null;
            /** @description Today's live bookings in the profile's zone. */
            today: components["schemas"]["Booking"][];
            counts: components["schemas"]["OverviewCounts"];
            steps: components["schemas"]["FirstSteps"];
        };
        /** @description How many. */
        OverviewCounts: {
            /**
             * Format: int64
             * @description Confirmed and to come.
             */
            upcoming: number;
            /**
             * Format: int64
             * @description Waiting for the host or for payment.
             */
            pending: number;
            /**
             * Format: int64
             * @description Held in the last 30 days.
             */
            past_30_days: number;
            /** @description Open slots of the next two weeks. */
            available: number;
            /** @description The last date that was counted. */
            available_until: string;
        };
        /** @description One page of a list. */
        Page_Account: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                handle: string;
                email_verified: boolean;
                is_operator: boolean;
                suspended_at?: components["schemas"]["Instant"] | null;
                created_at: components["schemas"]["Instant"];
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ApiKey: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                /**
                 * @description Its first characters.
                 * @example ts_Ab3xY
                 */
                prefix: string;
                created_at: components["schemas"]["Instant"];
                last_used_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Block: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                /** @description The host's own note; customers never see it. */
                reason?: string | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Booking: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** @description `held`, `awaiting_approval`, `confirmed`, `cancelled`, `declined` or `expired`. */
                state: string;
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                event_type: components["schemas"]["BookedEventType"];
                customer: components["schemas"]["BookingCustomer"];
                guests: string[];
                answers: components["schemas"]["Answer"][];
                notes?: string | null;
                location: components["schemas"]["Location"];
                price?: components["schemas"]["Money"] | null;
                no_show: boolean;
                cancel_reason?: string | null;
                /** @description `customer` or `host`. */
                cancelled_by?: string | null;
                expires_at?: components["schemas"]["Instant"] | null;
                proposed_start?: components["schemas"]["Instant"] | null;
                /** @description The host's zone when it was booked. */
                time_zone: string;
                /** @description `customer` or `host`. */
                booked_by: string;
                /** Format: int64 */
                version: number;
                created_at: components["schemas"]["Instant"];
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_BuriedJob: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** @description What was to be done. */
                kind: string;
                /** @description `dead`. */
                state: string;
                /** Format: uuid */
                host_id?: string | null;
                /** Format: uuid */
                booking_id?: string | null;
                /** @description For whom it was. */
                recipient: string;
                /**
                 * Format: int32
                 * @description How often it was tried.
                 */
                tries: number;
                /** @description What went wrong last. */
                last_error?: string | null;
                created_at: components["schemas"]["Instant"];
                finished_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Customer: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /**
                 * Format: int64
                 * @description Confirmed bookings, past and to come.
                 */
                bookings: number;
                /**
                 * Format: int64
                 * @description How many of them were missed.
                 */
                missed: number;
                first_at?: components["schemas"]["Instant"] | null;
                last_at?: components["schemas"]["Instant"] | null;
                next_at?: components["schemas"]["Instant"] | null;
                /** @description Whether they want no more letters from this host. */
                letters_stopped: boolean;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Delivery: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: uuid
                 * @description The job that writes it, which can be retried.
                 */
                job_id: string;
                /**
                 * Format: uuid
                 * @description Whose booking or account it is about; an invitation's is the inviter's.
                 */
                host_id?: string | null;
                /** @description The letter: `confirmed`, `cancelled`, `reminder` and so on. */
                letter: string;
                /** @description `customer`, `guest:0` to `guest:4`, `host` or `account`. */
                recipient: string;
                /** @description The address, where it is still known. */
                to?: string | null;
                /**
                 * @description `queued`, `accepted` (the mail server took it), `refused` (it never will), `failed` (it is tried again) or
                 *     `suppressed` (it isn't wanted, or a limit is reached).
                 */
                state: string;
                /** Format: uuid */
                booking_id?: string | null;
                /**
                 * Format: int32
                 * @description How often it was handed to the mail server.
                 */
                tries: number;
                /** @description What went wrong last. */
                last_error?: string | null;
                /** @description When it was first tried. */
                created_at: components["schemas"]["Instant"];
                accepted_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_EventType: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                slug: string;
                title: string;
                description: string;
                /** Format: int32 */
                duration_minutes: number;
                /** Format: int32 */
                slot_interval_minutes?: number | null;
                /** Format: int32 */
                buffer_before_minutes: number;
                /** Format: int32 */
                buffer_after_minutes: number;
                /** Format: int32 */
                minimum_notice_minutes: number;
                /** Format: int32 */
                horizon_days?: number | null;
                date_range?: components["schemas"]["DateRange"] | null;
                /** Format: int32 */
                max_per_day?: number | null;
                /** Format: int32 */
                max_per_week?: number | null;
                /** Format: int32 */
                seats: number;
                price?: components["schemas"]["Money"] | null;
                requires_approval: boolean;
                /** Format: int32 */
                approval_expires_hours: number;
                /** Format: int32 */
                cancel_cutoff_minutes: number;
                /** Format: int32 */
                reschedule_cutoff_minutes: number;
                /** Format: int32 */
                max_guests: number;
                location: components["schemas"]["Location"];
                /** Format: uuid */
                schedule_id: string;
                questions: components["schemas"]["Question"][];
                reminders_minutes: number[];
                refund_ladder: components["schemas"]["RefundStep"][];
                /** @description `listed` or `unlisted`. */
                visibility: string;
                /** @description Whether it can be booked now. */
                active: boolean;
                /** @description Whether it is only kept for its bookings. */
                archived: boolean;
                /** @description The booking page's address. */
                url: string;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_HostSlot: {
            /** @description What is on it. */
            items: {
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                /** Format: uuid */
                event_type_id: string;
                title: string;
                /** @description `available`, `booked` or `past`. */
                state: string;
                /** Format: uuid */
                booking_id?: string | null;
                customer_name?: string | null;
                /** Format: int32 */
                seats_left?: number | null;
                /**
                 * Format: uuid
                 * @description The opening it comes from, if it was published by hand.
                 */
                opening_id?: string | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Invitation: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** @description Whom, if anybody in particular. */
                email?: string | null;
                created_at: components["schemas"]["Instant"];
                expires_at: components["schemas"]["Instant"];
                used_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MailboxLetter: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** @description The reader's address. */
                to: string;
                /** @description `Name <address>`. */
                from: string;
                subject: string;
                /** @description The plain body. */
                text: string;
                /** @description The same as a whole HTML document. */
                html: string;
                /** @description The calendar part. */
                calendar?: string | null;
                created_at: components["schemas"]["Instant"];
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Opening: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                event_type_id: string;
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                price?: components["schemas"]["Money"] | null;
                /** @description Whether somebody has booked it. */
                booked: boolean;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Schedule: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description The IANA zone in which its hours are meant. */
                time_zone: string;
                weekly: components["schemas"]["Weekly"];
                overrides: components["schemas"]["Override"][];
                /** @description Whether new event types begin with it. */
                is_default: boolean;
                archived: boolean;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Session: {
            /** @description What is on it. */
            items: {
                /** Format: uuid */
                id: string;
                /** @description What the browser calls itself. */
                user_agent: string;
                created_at: components["schemas"]["Instant"];
                /** @description To about ten minutes. */
                last_seen_at: components["schemas"]["Instant"];
                /** @description Whether it is the one that asks. */
                is_current: boolean;
            }[];
            /** @description Where the next page begins, if there is one. */
            next_cursor?: string | null;
        };
        /** @description How problems are described in `/openapi.json`. */
        Problem: {
            /**
             * @description Stable and relative to the public address.
             * @example /problems/not-found
             */
            type: string;
            /** @description The same for all problems of a type. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What is wrong here and what to do. */
            detail: string;
            /** @description The fields that are wrong, with status 422. */
            errors?: components["schemas"]["FieldError"][] | null;
            /** @description Three open starts, with `/problems/slot-taken`. */
            alternatives?: string[] | null;
            /** @description Leads to the log. */
            request_id?: string | null;
        };
        /** @description The host's profile. */
        Profile: {
            /**
             * Format: uuid
             * @description The host's id.
             */
            id: string;
            /** @description The word in the link. */
            handle: string;
            /** @description The name on the page and in letters. */
            name: string;
            /** @description A few lines about the host. */
            bio: string;
            /** @description IANA zone. */
            time_zone: string;
            /** @description How dates and money are written, BCP 47. */
            locale: string;
            /** @description `mon` to `sun`. */
            week_start: string;
            /**
             * Format: int32
             * @description Most sittings on one day, over all event types.
             */
            max_per_day?: number | null;
            /** @description Shown at the foot of the public pages. */
            privacy_url?: string | null;
            /** @description Shown at the foot of the public pages. */
            terms_url?: string | null;
            /** @description Shown at the foot of the public pages. */
            contact_url?: string | null;
            /** @description The public page's address. */
            public_url: string;
            /** @description Whether the page can be seen: the host's address is verified. */
            is_public: boolean;
        };
        /** @description What a profile can be changed to; what isn't named stays. */
        ProfileChange: {
            handle?: string | null;
            name?: string | null;
            bio?: string | null;
            time_zone?: string | null;
            locale?: string | null;
            week_start?: string | null;
            /** Format: int64 */
            max_per_day?: number | null;
            privacy_url?: string | null;
            terms_url?: string | null;
            contact_url?: string | null;
        };
        /** @description An event type in the list of its host's page. */
        PublicEventType: {
            slug: string;
            title: string;
            description: string;
            /** Format: int32 */
            duration_minutes: number;
            price?: components["schemas"]["Money"] | null;
            /** Format: int32 */
            seats: number;
            requires_approval: boolean;
            location: components["schemas"]["PublicLocation"];
        };
        /** @description An event type on its booking page. */
        PublicEventTypeDetail: components["schemas"]["PublicEventType"] & {
            questions: components["schemas"]["Question"][];
            /** Format: int32 */
            max_guests: number;
            /** Format: int32 */
            cancel_cutoff_minutes: number;
            /** Format: int32 */
            reschedule_cutoff_minutes: number;
            /** Format: int32 */
            minimum_notice_minutes: number;
        };
        /** @description The host as visitors see them. */
        PublicHost: {
            handle: string;
            name: string;
            bio: string;
            /** @description IANA zone. */
            time_zone: string;
            /** @description How dates and money are written, BCP 47. */
            locale: string;
            /** @description `mon` to `sun`. */
            week_start: string;
            privacy_url?: string | null;
            terms_url?: string | null;
            contact_url?: string | null;
        };
        /** @description How a meeting takes place; where exactly is told to those who book. */
        PublicLocation: {
            /** @description `google_meet`, `link`, `phone` or `in_person`. */
            kind: string;
        };
        /** @description A question to everyone who books. */
        Question: {
            /** @description The host's word for it, unique in the event type. */
            id: string;
            /** @description `text`, `long_text`, `phone`, `choice` or `checkbox`. */
            kind: string;
            /** @description What is asked. */
            label: string;
            /** @description Whether one can't book without an answer. */
            required?: boolean;
            /** @description What can be chosen, for a choice. */
            choices?: string[];
        };
        /** @description Why. */
        ReasonBody: {
            /** @description A word to the other side; may be left out. */
            reason?: string | null;
        };
        /** @description One rung of the refund ladder. */
        RefundStep: {
            /**
             * Format: int32
             * @description Cancelled at least so many hours before the start …
             */
            hours_before: number;
            /**
             * Format: int32
             * @description … so much of the price comes back.
             */
            percent: number;
        };
        /** @description Who wants to register. */
        RegisterBody: {
            /** @example ada@example.com */
            email: string;
            /** @description 8 to 200 characters. */
            password: string;
            /** @example Ada Lovelace */
            name: string;
            /**
             * @description An IANA name.
             * @example Europe/London
             */
            time_zone: string;
            /** @description The token of an invitation. */
            invitation?: string | null;
            /** @description The token of the link that `serve` prints for the first account. */
            operator_token?: string | null;
        };
        /** @description Who may register. */
        RegistrationAnswer: {
            /**
             * @description `open`, `invitation` or `closed`.
             * @example open
             */
            mode: string;
            /** @description Whether the first account, which becomes the operator's, is still to be made. */
            operator_needed: boolean;
            /**
             * @description Where letters can be read on this machine, while no mail server is set and the instance is tried out.
             * @example /dev/mailbox
             */
            dev_mailbox?: string | null;
        };
        /** @description Where to. */
        RescheduleBody: {
            start: components["schemas"]["Instant"];
        };
        /** @description The token of `/reset-password/{token}` and the password to be set. */
        ResetBody: {
            token: string;
            /** @description 8 to 200 characters. */
            password: string;
        };
        /** @description A schedule. */
        Schedule: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The IANA zone in which its hours are meant. */
            time_zone: string;
            weekly: components["schemas"]["Weekly"];
            overrides: components["schemas"]["Override"][];
            /** @description Whether new event types begin with it. */
            is_default: boolean;
            archived: boolean;
        };
        /** @description What a schedule is made of or changed to. */
        ScheduleBody: {
            name?: string | null;
            time_zone?: string | null;
            weekly?: components["schemas"]["Weekly"] | null;
            overrides?: components["schemas"]["Override"][] | null;
            is_default?: boolean | null;
        };
        /** @description What came of a series. */
        Series: {
            /** @description What was published. */
            items: components["schemas"]["Opening"][];
            /** @description What was not, and why. */
            skipped: components["schemas"]["SkippedOpening"][];
        };
        /** @description A logged-in browser. */
        Session: {
            /** Format: uuid */
            id: string;
            /** @description What the browser calls itself. */
            user_agent: string;
            created_at: components["schemas"]["Instant"];
            /** @description To about ten minutes. */
            last_seen_at: components["schemas"]["Instant"];
            /** @description Whether it is the one that asks. */
            is_current: boolean;
        };
        /** @description A slot of a series that was not published. */
        SkippedOpening: {
            start: components["schemas"]["Instant"];
            reason: string;
        };
        /** @description A slot that can be booked. */
        Slot: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description How many may still book it.
             */
            seats_left: number;
            price?: components["schemas"]["Money"] | null;
        };
        /** @description Open slots. */
        Slots: {
            /** @description The zone in which the dates were meant. */
            time_zone: string;
            /** @description By start, each start once. */
            slots: components["schemas"]["Slot"][];
            next_open?: components["schemas"]["Instant"] | null;
        };
        /** @description Where to. */
        StartBody: {
            start: components["schemas"]["Instant"];
        };
        /** @description One line of a timeline: a step that was taken, or an effect that follows. */
        TimelineLine: {
            /**
             * Format: uuid
             * @description The effect's job; a step has none.
             */
            id?: string | null;
            /** @description When it happened, or is to happen. */
            at: components["schemas"]["Instant"];
            /** @description The step's or the job's name. */
            what: string;
            /** @description `step` or `effect`. */
            kind: string;
            /** @description Who took the step: `customer`, `host` or `clock`. */
            by?: string | null;
            /** @description Whom the effect is for: `customer`, `guest` or `host`. */
            recipient?: string | null;
            /** @description Their address. */
            to?: string | null;
            /** @description `done`, `waiting`, `running`, `retrying`, `failed` or `skipped`. */
            state: string;
            /**
             * Format: int32
             * @description How often it was tried.
             */
            tries: number;
            /** @description What went wrong last. */
            last_error?: string | null;
            next_try_at?: components["schemas"]["Instant"] | null;
            /** @description Whether “retry now” does something. */
            can_retry: boolean;
        };
        /** @description The one who is logged in. */
        User: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @description Until it is, the host's page can't be seen and no letters go to customers. */
            email_verified: boolean;
            name: string;
            /** @description The word in the link to the host's page. */
            handle: string;
            /** @description An IANA name. */
            time_zone: string;
            /** @description Whether this account runs the instance. */
            is_operator: boolean;
            /** @description A new address whose letter has not been answered yet. */
            pending_email?: string | null;
            created_at: components["schemas"]["Instant"];
        };
        /** @description `{"user": …}`. */
        UserAnswer: {
            user: components["schemas"]["User"];
        };
        /** @description The token of `/verify-email/{token}`. */
        VerifyBody: {
            token: string;
            /** @description Needed unless the account is logged in here. */
            password?: string | null;
        };
        /** @description What a rule would have said to a customer. */
        Warning: {
            /** @description A stable word for the rule. */
            code: string;
            /** @description A sentence. */
            message: string;
        };
        /** @description The windows of each weekday. */
        Weekly: {
            /** @default [] */
            mon: components["schemas"]["Window"][];
            /** @default [] */
            tue: components["schemas"]["Window"][];
            /** @default [] */
            wed: components["schemas"]["Window"][];
            /** @default [] */
            thu: components["schemas"]["Window"][];
            /** @default [] */
            fri: components["schemas"]["Window"][];
            /** @default [] */
            sat: components["schemas"]["Window"][];
            /** @default [] */
            sun: components["schemas"]["Window"][];
        };
        /** @description Part of a day. */
        Window: {
            /** @description `HH:MM`. */
            start: string;
            /** @description `HH:MM`, up to `24:00`. */
            end: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    close_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApiKey"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resend_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_accounts: {
        parameters: {
            query?: {
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Account"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspend_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_invitations: {
        parameters: {
            query?: {
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Invitation"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgot_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_registration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Session"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_booking: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBooking"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booked"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_client_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBookingAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_client_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBookingAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_not_me: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reschedule_client_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBookingAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_manage_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManageLinkBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_managed_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBookingAnswer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_booking_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_host_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostPage"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_event_type_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypePage"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_slots: {
        parameters: {
            query: {
                /** @description The first date in `time_zone`, `YYYY-MM-DD`. */
                from: string;
                /** @description The last date, inclusive; at most 62 days in all. */
                to: string;
                /** @description The viewer's IANA zone; the host's unless said otherwise. */
                time_zone?: string;
            };
            header?: never;
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            /** @description `If-None-Match` names what the answer would be */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_slots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                /** @description `queued`, `accepted`, `refused`, `failed` or `suppressed`; all of them unless it is given. */
                state?: string;
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Delivery"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_letter: {
        parameters: {
            query?: {
                /** @description `customer` (unless asked otherwise), `guest` or `host`, where the letter goes to several. */
                recipient?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPreview"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_buried_jobs: {
        parameters: {
            query?: {
                /** @description `dead`, the only state that is listed. */
                state?: string;
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BuriedJob"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_buried_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_kept_letters: {
        parameters: {
            query?: {
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MailboxLetter"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_mail_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailStatus"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_test_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTestOutcome"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_undelivered: {
        parameters: {
            query?: {
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Delivery"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticePreferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_blocks: {
        parameters: {
            query?: {
                /** @description Those that end after this instant; after now unless said otherwise. */
                from?: string;
                /** @description Those that start before this instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Block"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_block: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBlock"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bookings: {
        parameters: {
            query?: {
                /** @description `upcoming` (unless said otherwise), `past`, `cancelled` or `pending`. */
                view?: string;
                /** @description Of one event type only. */
                event_type_id?: string;
                /** @description A part of a name, an address or a title. */
                q?: string;
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Booking"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_host_booking: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHostBooking"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDetail"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_booking_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_no_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoShowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reschedule_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStep"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description A part of a name or an address. */
                q?: string;
                /** @description How many items: 50 unless asked otherwise, 200 at most. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Customer"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerHistory"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EventType"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_event_type: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTypeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_event_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_event_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_event_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTypeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_insights: {
        parameters: {
            query: {
                /** @description The first date, `YYYY-MM-DD`. */
                from: string;
                /** @description The last date, inclusive; at most 400 days in all. */
                to: string;
                /** @description In which zone bookings fall on dates; the profile's unless said otherwise. */
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_openings: {
        parameters: {
            query?: {
                /** @description Those that start at or after this instant; from now on unless said otherwise. */
                from?: string;
                /** @description Those that start before this instant. */
                to?: string;
                /** @description Of one event type only. */
                event_type_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Opening"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_opening: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpening"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_opening_series: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSeries"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_opening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_link_shared: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Schedule"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_host_slots: {
        parameters: {
            query: {
                /** @description The first date in the profile's zone, `YYYY-MM-DD`. */
                from: string;
                /** @description The last date, inclusive; at most 62 days in all. */
                to: string;
                /** @description `available` (unless said otherwise), `booked` or `past`. */
                view?: string;
                /** @description Of one event type only. */
                event_type_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_HostSlot"];
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_host: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused; the problem says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
