import './app.css';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { AppRoutes } from './routes';
import { makeStore } from './store';

// A router with data, since only that one lets a page ask before it is left.
const router = createBrowserRouter([{ path: '*', element: <AppRoutes /> }]);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Provider store={makeStore()}>
      <RouterProvider router={router} />
    </Provider>,
  );
}
