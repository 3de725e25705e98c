/** Where a text is translated. */
export const TRANSLATE = '/services/v1/public/service/execute/language_translation';

/** Sessions and what is asked in them. */
export const SESSIONS = '/chat/v1/sessions';

/** Where a file is sent as media. */
export const UPLOAD = '/media/v1/public/file/raw';

/** Where files lie: `/storage/<bytes>/<name>`. */
export const STORAGE = '/storage';
