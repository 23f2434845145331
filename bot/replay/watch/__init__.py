"""Drift watch: the golden stories played on what an installation uses, beside a kept baseline."""
