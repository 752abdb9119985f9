export const geofence = {
  title: 'Geofence',
} as const;
