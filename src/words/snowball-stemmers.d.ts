declare module 'snowball-stemmers' {
  export const newStemmer: (language: 'swedish' | 'english') => { stem(word: string): string };
}
