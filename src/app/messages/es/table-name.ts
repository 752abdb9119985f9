/** What the rule files of a package are called in a sentence; their role is the word of the code. */
export function tableName(role: string): string {
  if (role === 'taxonomy') return 'taxonomía';
  return role === 'geofence' ? 'geocerca' : 'tabla';
}
