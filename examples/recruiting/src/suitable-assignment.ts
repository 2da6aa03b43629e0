/** The object in the bucket that suits so many years of experience. */
export function suitableAssignment(years: number): string {
  if (years > 0 && years <= 5) return 'assignment1.zip';
  if (years > 5 && years <= 8) return 'assignment2.zip';
  return 'assignment3.zip';
}
