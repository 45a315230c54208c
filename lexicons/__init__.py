"""The shipped lexicons: a folder each, with a table of entries and a card."""
