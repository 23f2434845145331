"""The Rasa actions: they translate tracker -> service -> messages, and decide nothing.

Rasa imports every module of this package and stops at the first ImportError: keep it small.
"""
