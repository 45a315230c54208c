"""The field's dictionary formats, read and written."""
