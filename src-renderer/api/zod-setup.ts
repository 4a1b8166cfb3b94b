import { z } from 'zod';

/**
 * Must run before any contract module (ui/form/validate.ts sees to it): zod decides at the making of a schema whether it may
 * compile code, and the strict CSP forbids `eval`.
 */
z.config({ ...z.locales.ru(), jitless: true });
