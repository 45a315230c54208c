"""Templates of the reports, with their fonts."""
