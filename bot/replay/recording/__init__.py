"""A conversation becomes a story: read, personal data replaced, rehearsed, and checks proposed."""
