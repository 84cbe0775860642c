/** One of two sentences, by the language of the page. */
export function say(zh: string, en: string): string {
  return document.documentElement.lang.startsWith('zh') ? zh : en
}
