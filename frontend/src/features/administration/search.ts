import { oneOf, searchOf, text } from '@/app/search';

/** Listed here once more: the words of the enums are fetched with the page, this with the router. */
export const peopleSearch = searchOf({
  q: text,
  'vai-tro': oneOf(['MODERATOR', 'VERIFIER', 'ADMINISTRATOR', 'co', 'khong']),
  'trang-thai': oneOf(['dang-dung', 'dinh-chi']),
});

export type PeopleSearch = ReturnType<typeof peopleSearch>;

export const auditSearch = searchOf({ viec: text, nguoi: text, 'doi-tuong': text, tu: text, den: text });

export type AuditSearch = ReturnType<typeof auditSearch>;
