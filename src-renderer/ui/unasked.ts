import { useEffect, useState } from 'react';
import { useRunningJob } from '../api/running-job.ts';
import { useQuestion } from './confirm.ts';
import { useStale } from './stale.ts';

/** The Escape that closes what stood above is still its own: free a moment later. */
export const useSettled = (isFree: boolean): boolean => {
  const [settled, setSettled] = useState(isFree);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(isFree));
    return () => clearTimeout(timer);
  }, [isFree]);
  return isFree && settled;
};

/** False while a question or a running job stands above and owns the keys. */
export const useIsUnasked = (): boolean => {
  const isAsked = useQuestion(({ question }) => question !== null);
  const isStale = useStale(({ question }) => question !== null);
  const isRunning = useRunningJob(({ job }) => job !== null);
  return useSettled(!isAsked && !isStale && !isRunning);
};
