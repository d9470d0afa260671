import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';
import type { CombinedError } from '@urql/core';
import type { ErrorCode } from '@/graphql-types';

export interface Problem {
  /** Path of the input field, e.g. `content.title.vi`; null when the whole request is meant. */
  field: string | null;
  code: ErrorCode;
  /** A sentence in the reader's language, written by the server. */
  message: string;
}

/** Everything that can go wrong between a screen and the server. */
export type AppError =
  | { kind: 'offline' }
  /** `retryAfter` in seconds, where the server says how long to wait. */
  | { kind: 'refused'; code: ErrorCode; message: string; problems: Problem[]; retryAfter: number | null }
  | { kind: 'unknown'; status: number | null };

const codes: Record<ErrorCode, true> = {
  UNAUTHENTICATED: true,
  TOKEN_EXPIRED: true,
  INVALID_CREDENTIALS: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  INVALID_INPUT: true,
  REQUIRED: true,
  TOO_LONG: true,
  TOO_SHORT: true,
  OUT_OF_RANGE: true,
  BUDGET_RANGE: true,
  DEADLINE_PAST: true,
  UNKNOWN_PLACE: true,
  UNKNOWN_DOMAIN: true,
  PASSWORD_WEAK: true,
  CODE_INVALID: true,
  LINK_INVALID: true,
  IDENTITY_UNCONFIRMED: true,
  LAST_OWNER: true,
  NAME_SIMILAR: true,
  FILE_REFUSED: true,
  CONFLICT: true,
  STALE_VERSION: true,
  ILLEGAL_TRANSITION: true,
  RATE_LIMITED: true,
  QUERY_TOO_COMPLEX: true,
  PAYLOAD_TOO_LARGE: true,
  FLAG_UNANSWERED: true,
  BAD_REQUEST: true,
  UNAVAILABLE: true,
  INTERNAL: true,
};

function asCode(value: unknown): ErrorCode | null {
  return typeof value === 'string' && value in codes ? (value as ErrorCode) : null;
}

function asField(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asProblems(value: unknown): Problem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { field, code, message } = item as Record<string, unknown>;
    return [{ field: asField(field), code: asCode(code) ?? 'INVALID_INPUT', message: String(message ?? '') }];
  });
}

export function appError(error: CombinedError): AppError {
  for (const { message, extensions } of error.graphQLErrors) {
    const code = asCode(extensions['code']);
    if (!code) continue;
    const listed = asProblems(extensions['problems']);
    const field = asField(extensions['field']);
    const problems = listed.length > 0 || field === null ? listed : [{ field, code, message }];
    const wait = extensions['retryAfter'];
    return { kind: 'refused', code, message, problems, retryAfter: typeof wait === 'number' ? wait : null };
  }
  const status = (error.response as Response | undefined)?.status ?? null;
  if (error.networkError && status === null) return { kind: 'offline' };
  if (status === 503) return { kind: 'refused', code: 'UNAVAILABLE', message: '', problems: [], retryAfter: null };
  return { kind: 'unknown', status };
}

export function hasCode(error: CombinedError | undefined, ...wanted: ErrorCode[]): boolean {
  if (!error) return false;
  const known = appError(error);
  return known.kind === 'refused' && wanted.includes(known.code);
}

/** There is no such thing, or not for this reader: the two are told apart nowhere. */
export function isAbsent({ data, error }: { data?: unknown; error?: CombinedError | undefined }): boolean {
  return !data && hasCode(error, 'NOT_FOUND');
}

/** One plain sentence for the reader; never raw JSON, never a code. */
export function describe(error: AppError, i18n: I18n): string {
  switch (error.kind) {
    case 'offline':
      return i18n._(msg`Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.`);
    case 'refused':
      return error.message || i18n._(msg`Hệ thống đang tạm ngừng phục vụ. Hãy thử lại sau ít phút.`);
    case 'unknown':
      return i18n._(msg`Có lỗi ngoài dự kiến. Những gì bạn đã nhập vẫn còn ở đây; hãy thử lại.`);
  }
}
