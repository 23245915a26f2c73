/** In place of `linkify-it` in the bundle: links in bare text are not looked for. */

export class LinkifyIt {}
