import { z } from 'zod';

/** The most columns with a value of the payload. */
export const JSON_COLUMNS_MAX = 16;
/** The most characters of the path of one, as a filter writes it. */
export const JSON_COLUMN_PATH_MAX = 256;
/** The most rows that one `packet.values` may ask for: more than a screen shows. */
export const CELL_ROWS_MAX = 200;
/** Packets of more bytes are not read for the values in them: a screen of rows is read at once. */
export const CELL_BYTES_MAX = 65_536;
/** The most characters of a value in an answer. */
export const CELL_CHARACTERS_MAX = 512;

/** What JSON calls its values. */
export const jsonKinds = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

/** A value of a JSON payload, as a cell shows it. */
export const cellValueSchema = z.object({
  kind: z.enum(jsonKinds),
  /** The characters of a string; of anything else how it is written: `23.0`. */
  text: z.string(),
  /** These are the first CELL_CHARACTERS_MAX of more. */
  cut: z.boolean(),
});
export type CellValue = z.infer<typeof cellValueSchema>;

/** Names of members and positions in arrays: any path of JSON_COLUMN_PATH_MAX characters fits. */
export const cellPathSchema = z
  .array(z.union([z.string().max(JSON_COLUMN_PATH_MAX), z.number().int().min(0)]))
  .max(JSON_COLUMN_PATH_MAX);
