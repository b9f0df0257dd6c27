import { createRoot } from 'react-dom/client';
import './ui/styles.ts';
import { connect } from './connection.ts';
import { App } from './frame/app.tsx';

/** The faces of the first screen: asked for before it is drawn, so that no text jumps. */
const faces = ['400 13px "Golos Text Variable"', '600 16px "Literata Variable"', 'italic 400 15px "Literata Variable"'];
const patience = new Promise((resolve) => setTimeout(resolve, 700));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const fonts = Promise.all(faces.flatMap((face) => [document.fonts.load(face, 'Аж'), document.fonts.load(face, 'Aj')]));
const client = connect();
await Promise.race([fonts, patience]);
createRoot(root).render(<App client={client} />);
