"""Room comparing."""
