import { firstSettings, type Settings, settings as schema } from '../contract/library.ts';
import type { Database } from './database.ts';

/** The settings; what an older or newer version wrote and this one does not understand is the default. */
export function readSettings(database: Database): Settings {
  const found: Record<string, unknown> = {};
  for (const { name, value } of database.all<{ name: string; value: string }>('SELECT name, value FROM setting')) {
    found[name] = JSON.parse(value);
  }
  const entries = Object.entries(schema.shape).map(([name, part]) => {
    const read = part.safeParse(found[name]);
    return [name, read.success ? read.data : firstSettings[name as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings;
}

export function writeSettings(database: Database, changed: Partial<Settings>): Settings {
  database.transaction(() => {
    for (const [name, value] of Object.entries(changed)) {
      if (value === undefined) continue;
      database.run(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        JSON.stringify(value),
      );
    }
  });
  return readSettings(database);
}
