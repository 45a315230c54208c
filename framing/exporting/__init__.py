"""Profiles and comparisons as JSON and tidy CSV, and the JSON read back."""

from framing.exporting.articles import profile_rows, profile_to_dict, profile_to_json
from framing.exporting.reports import comparison_to_dict, comparison_to_json, read_report, run_id, run_to_dict
from framing.exporting.tables import RATE_COLUMNS, comparison_to_csv, rate_header, rates_to_csv, table_to_csv

__all__ = [
    "RATE_COLUMNS",
    "comparison_to_csv",
    "comparison_to_dict",
    "comparison_to_json",
    "profile_rows",
    "profile_to_dict",
    "profile_to_json",
    "rate_header",
    "rates_to_csv",
    "read_report",
    "run_id",
    "run_to_dict",
    "table_to_csv",
]
