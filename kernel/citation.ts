/** Where the law says so. `law` is an id of the law library, `article` as printed, e.g. `118` or `61(2)`. */
export interface Citation {
  readonly law: string
  readonly article: string
}
