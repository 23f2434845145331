"""Entering through an OpenID Connect provider: authorization code, PKCE, signed tokens."""
