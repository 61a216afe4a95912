import { useNavigate } from 'react-router';
import { api } from '../api';
import { tellTabs } from '../live/channel';
import { useAppDispatch } from '../store';
import { sessionLeft } from './slice';

/** Goes to the login page and keeps nothing of the account, in all tabs. */
export function useLeave() {
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  return async () => {
    dispatch(sessionLeft());
    await navigate('/login');
    dispatch(api.util.resetApiState());
    tellTabs({ kind: 'session', email: null });
  };
}
