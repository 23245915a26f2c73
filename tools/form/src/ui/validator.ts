/**
 * What React JSON Schema Form asks of a validator. The verdict is the core's, so the library is
 * never asked to find faults; and what it renders has no branches (`form_schema.ts`), so that there
 * is no question which one holds.
 */

import type { ValidatorType } from "@rjsf/utils";

const NO_FAULTS = { errors: [], errorSchema: {} };

export const SILENT: ValidatorType = {
  validateFormData: () => NO_FAULTS,
  rawValidation: () => ({ errors: [] }),
  isValid: () => true,
};
