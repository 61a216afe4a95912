import './app.css';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { AppRoutes } from './routes';
import { makeStore } from './store';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Provider store={makeStore()}>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </Provider>,
  );
}
