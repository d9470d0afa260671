/** For searching: "Đà Nẵng" and "da nang" become the same. `đ` has no decomposition of its own. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

export function foldedIncludes(text: string, query: string): boolean {
  return fold(text).includes(fold(query.trim()));
}
