import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { ForgotPage } from './auth/forgot';
import { LoginPage } from './auth/login';
import { RegisterPage } from './auth/register';
import { ResetPage } from './auth/reset';
import { VerifyPage } from './auth/verify';
import { Frame } from './frame/frame';
import { MorePage } from './frame/more';
import { NotFoundPage } from './frame/not-found';
import { Loading } from './ui/faces';

/** A page that is fetched when it is first opened. */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(() => load().then((module) => ({ default: module[name] })));
}

const Overview = page(() => import('./overview/page'), 'OverviewPage');
const Bookings = page(() => import('./bookings/page'), 'BookingsPage');
const NewBooking = page(() => import('./bookings/new'), 'NewBookingPage');
const Slots = page(() => import('./slots/page'), 'SlotsPage');
const Availability = page(() => import('./availability/page'), 'AvailabilityPage');
const EventTypes = page(() => import('./event-types/page'), 'EventTypesPage');
const EventType = page(() => import('./event-types/edit'), 'EventTypePage');
const Customers = page(() => import('./customers/page'), 'CustomersPage');
const Customer = page(() => import('./customers/history'), 'CustomerPage');
const Insights = page(() => import('./insights/page'), 'InsightsPage');
const Settings = page(() => import('./settings/page'), 'SettingsPage');
const Operator = page(() => import('./operator/page'), 'OperatorPage');

export function AppRoutes() {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/login" element={<LoginPage />} />
        <Route path="/register" element={<RegisterPage />} />
        <Route path="/forgot-password" element={<ForgotPage />} />
        <Route path="/reset-password/:token" element={<ResetPage />} />
        <Route path="/verify-email/:token" element={<VerifyPage />} />
        <Route path="/app" element={<Frame />}>
          <Route index element={<Overview />} />
          <Route path="bookings" element={<Bookings />} />
          <Route path="bookings/new" element={<NewBooking />} />
          <Route path="bookings/:id" element={<Bookings />} />
          <Route path="slots" element={<Slots />} />
          <Route path="availability" element={<Availability />} />
          <Route path="event-types" element={<EventTypes />} />
          <Route path="event-types/:id" element={<EventType />} />
          <Route path="customers" element={<Customers />} />
          <Route path="customers/:id" element={<Customer />} />
          <Route path="insights" element={<Insights />} />
          <Route path="settings" element={<Settings />} />
          <Route path="operator" element={<Operator />} />
          <Route path="more" element={<MorePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
