import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, prepareNext } from './app.js';
import { prepareLanguage, prepareOther } from './i18n/locale.js';
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
await prepareLanguage();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  void afterFirst(prepareNext).then(prepareOther, () => undefined);
}

/** Work that can wait until the page stands; what fails is asked for again once it is wanted. */
async function afterFirst(work: () => Promise<void>): Promise<void> {
  await new Promise((ready) => setTimeout(ready, 3_000));
  await work().catch(() => undefined);
}
