import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { follow } from './live/session.ts';
import './styles/base.css';
import './styles/parts.css';
import './styles/panes.css';
import './styles/map.css';
import './styles/pages.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
follow();
