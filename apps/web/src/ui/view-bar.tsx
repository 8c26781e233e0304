import type { ReactNode } from 'react';
import { Link } from '../router/location.js';
import type { Route } from '../router/routes.js';

interface ViewBarProps {
  readonly label: string;
  readonly views: readonly { readonly to: Route; readonly text: string; readonly isHere: boolean }[];
}

/** The views of a part of the application, side by side. */
export const ViewBar = ({ label, views }: ViewBarProps): ReactNode => (
  <div className="view-bar">
    <nav aria-label={label} className="views">
      {views.map(({ to, text, isHere }) => (
        <Link key={text} to={to} aria-current={isHere ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  </div>
);
