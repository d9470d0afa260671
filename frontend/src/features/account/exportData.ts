import { fetchFile } from '@/app/download';

export const exportName = 'i-forum-du-lieu-cua-toi.json';

/** Everything that i-Forum has about the reader, as a file; null when it could not be fetched. */
export const fetchExport = () => fetchFile('/me/export');
