export function measureRetrieval(_file: string, _print: (line: string) => void): void {}
