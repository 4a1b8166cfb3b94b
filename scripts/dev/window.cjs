/**
 * A window of Electron on a developer's run: the screens in the browser engine of the product.
 * Electron's own channels (dialogs, printing) are tried with `npm start`.
 */
const { app, BrowserWindow } = require('electron');

const [page, folder] = process.argv.slice(-2);

const openWindow = () => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadFile(page);
};

app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
// A restarted host starts this again; the window is open already and reloads itself.
if (app.requestSingleInstanceLock()) app.on('ready', openWindow);
else app.quit();
