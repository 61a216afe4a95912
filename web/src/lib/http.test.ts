import { describe, expect, it } from 'vitest';
import { sentence } from './http';

describe('what stands at a field', () => {
  it.each([
    ['is needed', 'This is needed.'],
    ['has passed; choose a later time', 'This has passed; choose a later time.'],
    ["can't be empty", "This can't be empty."],
    ['“grace” has no @', '“grace” has no @.'],
    ['island life is no choice.', 'Island life is no choice.'],
  ])('“%s” is a whole sentence', (message, said) => expect(sentence(message)).toBe(said));
});
