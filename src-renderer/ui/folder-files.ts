/** Files of folders, dropped or chosen; a folder's own folders are gone through as well. */

const readAll = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const found: FileSystemEntry[] = [];
    // One answer holds at most a hundred entries; an empty one is the end.
    const next = (): void =>
      reader.readEntries((entries) => {
        if (entries.length === 0) resolve(found);
        else {
          found.push(...entries);
          next();
        }
      }, reject);
    next();
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

const filesIn = async (entry: FileSystemEntry): Promise<readonly File[]> => {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const entries = await readAll((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(entries.map(filesIn))).flat();
};

/** Lock files of open workbooks and hidden files are nobody's data. */
const isData = ({ name }: File): boolean => !name.startsWith('.') && !name.startsWith('~$');

/** All files of a drop; folders are opened. Call it in the event itself: later the drop is empty. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly File[]> => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (entries.every((entry) => entry === null || entry.isFile)) return files;
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesIn));
  return found.flat().filter(isData);
};

/** Lets the user choose a folder; only files with these extensions are taken. */
export const chooseFolderFiles = (extensions: readonly string[]): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('change', () =>
      resolve(
        [...(input.files ?? [])].filter(
          (file) =>
            isData(file) && extensions.some((end) => file.name.toLowerCase().endsWith(`.${end}`)),
        ),
      ),
    );
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
