import { z } from 'zod';

// zod compiles object parsers with `new Function`, which the page's CSP refuses and reports. This
// must be imported before any schema is made.
z.config({ jitless: true });
