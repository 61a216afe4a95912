export function hostAnswers() {
  return null;
}
