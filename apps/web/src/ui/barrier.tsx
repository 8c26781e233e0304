import { Component, type ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { isUnloaded, Unloaded } from './unloaded.js';

/** Catches what a page throws, so that the rest of the application stays. */
export class Barrier extends Component<
  { readonly children: ReactNode; readonly place: string },
  { readonly broken: string | null }
> {
  override state: { readonly broken: string | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: string } {
    return { broken: String(error) };
  }

  override componentDidUpdate(before: { readonly place: string }): void {
    if (before.place !== this.props.place && this.state.broken !== null) this.setState({ broken: null });
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    if (isUnloaded(broken)) return <Unloaded />;
    return (
      <div className="notice fault" role="alert">
        <h1>{t('fault.title')}</h1>
        <p className="code">{broken}</p>
        <p>{t('fault.mend')}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('fault.reload')}
        </button>
      </div>
    );
  }
}
