/** Stands in the build for the library's reader of addresses: what it renders names no other schema. */

export default {
  equal: (one: string, other: string): boolean => one === other,
  resolve: (_base: string, address: string): string => address,
};
