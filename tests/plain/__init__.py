"""The matching as a plain loop over jobs: what the columns of the core must agree with."""
