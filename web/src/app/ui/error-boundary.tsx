import { Component, type ReactNode } from 'react';
import { t } from '../text';
import { Refused } from './faces';
import { PageHead } from './page-head';

type Props = { path: string; children: ReactNode };

/** Keeps the frame standing when a page breaks or can't be fetched, as after an update of the server. */
export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.isBroken && before.path !== this.props.path) this.setState({ isBroken: false });
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const problem = { type: '/problems/broken-page', title: '', status: 0, detail: t('broken') };
    return (
      <>
        <PageHead title={t('broken.title')} />
        <Refused problem={problem} onRetry={() => location.reload()} />
      </>
    );
  }
}
