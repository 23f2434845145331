"""A story as the fields of a form, and back into its file with its comments."""
