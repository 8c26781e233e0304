import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { teachKit } from './ui/kit-words.js';
import { applyTheme } from './ui/theme.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/plans.css';
import './styles/audit.css';
import './styles/desk.css';
import './styles/editor.css';

applyTheme();
teachKit();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
