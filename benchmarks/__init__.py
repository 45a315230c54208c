"""Measurements, not tests: every figure is a ratio against a peer in the same run."""
