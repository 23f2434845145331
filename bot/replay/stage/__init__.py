"""A Déclic apart, for one tester: a story played step by step in the real widget."""
