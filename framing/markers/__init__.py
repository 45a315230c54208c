"""Room markers."""
