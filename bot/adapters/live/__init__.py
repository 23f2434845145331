"""Public services asked while the product runs, each behind a port of bot/services/ports.py.

`http_api.py` holds what they share: a time budget, retries, a rate limit, a circuit breaker, a
cache. One file per service adds its addresses, its parameters and the reading of its answers.
"""
