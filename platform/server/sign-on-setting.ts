/** The identity provider of a bureau (OpenID Connect), as the settings name it. */
export interface SignOnSetting {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim of the ID token that holds the police number. */
  readonly claim: string
}
