"""What a run of replays found, for people (one HTML page) and for programs (JUnit, JSON)."""
