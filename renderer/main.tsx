// Starts the page.
import '@fontsource-variable/inter/opsz.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectPlatform } from './bridge.ts';
import { applyAppearance, rememberedAppearance } from './shell/appearance.ts';

applyAppearance(rememberedAppearance());

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <App platform={connectPlatform()} />
  </StrictMode>,
);
