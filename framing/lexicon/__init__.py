"""Room lexicon."""
