"""The shipped events: a folder each, written for teaching, with hand-marked gold."""
