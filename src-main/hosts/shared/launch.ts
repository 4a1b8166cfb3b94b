import { createLogger, openLogFile } from '../../app/log.ts';
import type { LogEntry } from '../../app/log.ts';
import type { Office } from '../../app/office.ts';
import { openRemoteOffice } from '../../app/remote-office.ts';
import { makeNamedFolder } from '../../app/safe-write.ts';
import type { Logger } from '../../ports/logger.ts';
import { actorName } from './data-folder.ts';
import { isOpenToOthers } from './private-files.ts';

export interface Launched {
  readonly office: Office;
  readonly log: Logger;
  /** Other users of this computer can look into the data folder. */
  readonly openToOthers: boolean;
}

/** What a developer's run sees besides the log (scripts/dev). */
export interface Onlooker {
  readonly onLog?: (entry: LogEntry) => void;
  /** The error that ended the core's thread, whole: the log keeps only its places. */
  readonly onCrash?: (error: Error) => void;
}

/** The log of a data folder; the folder is made when it is not there. */
export const openLog = (folder: string, onLog: (entry: LogEntry) => void = () => undefined) => {
  makeNamedFolder(folder);
  const writeFile = openLogFile(folder);
  const writeLog = (entry: LogEntry): void => {
    writeFile(entry);
    onLog(entry);
  };
  return { writeLog, log: createLogger(writeLog) };
};

/**
 * Opens the office in its thread, with the log beside the data.
 * @throws OfficeError as `openRemoteOffice`
 */
export const launchOffice = async (
  folder: string,
  program: string,
  { onLog, onCrash }: Onlooker = {},
): Promise<Launched> => {
  const { writeLog, log } = openLog(folder, onLog);
  const settings = { folder, program, actor: actorName() };
  const office = await openRemoteOffice({ ...settings, writeLog, ...(onCrash && { onCrash }) });
  log.info('opened', { program });
  const openToOthers = isOpenToOthers(folder);
  if (openToOthers) log.warn('folder-open-to-others');
  return { office, log, openToOthers };
};
