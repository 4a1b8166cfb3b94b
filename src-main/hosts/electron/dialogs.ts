import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Office } from '../../app/office.ts';
import { fileFailure, writeOne } from '../../app/safe-write.ts';
import type { HostPayload, PickedFile, PickedFolder } from '../../contract/host.ts';
import { chooseFolder } from '../shared/folders.ts';

const register = async (office: Office, path: string): Promise<PickedFile> => {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    return { handle: await office.register(path), name, size };
  } catch (error) {
    throw fileFailure(error, name);
  }
};

/** The system's dialog of files; empty when the user closed it. */
export const pickFiles = async (
  window: BrowserWindow,
  office: Office,
  { extensions, multiple }: HostPayload<'pickFiles'>,
): Promise<readonly PickedFile[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: multiple ? 'Выберите файлы' : 'Выберите файл',
    buttonLabel: 'Выбрать',
    filters: [
      { name: 'Подходящие файлы', extensions: [...extensions] },
      { name: 'Все файлы', extensions: ['*'] },
    ].filter((filter) => filter.extensions.length > 0),
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  if (canceled) return [];
  return Promise.all(filePaths.map((path) => register(office, path)));
};

/** The system's dialog of folders; null when the user closed it. */
export const pickFolder = async (
  window: BrowserWindow,
  office: Office,
  { path }: HostPayload<'pickFolder'>,
): Promise<PickedFolder | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Выберите папку',
    buttonLabel: 'Выбрать',
    ...(path !== null && { defaultPath: path }),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [chosen] = filePaths;
  return canceled || chosen === undefined ? null : chooseFolder(office, chosen);
};

/** Asks for a place and writes there; the old file stays whole when writing fails. */
export const saveAs = async (
  window: BrowserWindow,
  name: string,
  bytes: Uint8Array,
): Promise<boolean> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Сохранить как',
    buttonLabel: 'Сохранить',
    defaultPath: join(app.getPath('documents'), name),
  });
  if (canceled || filePath === '') return false;
  await writeOne(dirname(filePath), basename(filePath), bytes);
  return true;
};
