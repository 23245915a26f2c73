/**
 * What React JSON Schema Form asks of a validator. The form shows the verdict of the core, so the
 * library is never asked to find faults; it only asks which branch of a condition holds, and that
 * is answered by a validator that interprets a schema, as the site's policy allows no compiled one.
 */

import { Validator, type Schema } from "@cfworker/json-schema";
import type { RJSFSchema, ValidatorType } from "@rjsf/utils";

const NO_FAULTS = { errors: [], errorSchema: {} };

export const interpreting: ValidatorType = {
  validateFormData: () => NO_FAULTS,
  rawValidation: () => ({ errors: [] }),
  isValid: (schema: RJSFSchema, data: unknown) =>
    new Validator(schema as Schema, "2020-12").validate(data).valid,
};
