"""Comparisons told as reports: compose a tree of values, then render it."""

from framing.report.headlines import headline, standfirst
from framing.report.writing import FORMATS, check_formats, render, write_report

__all__ = ["FORMATS", "check_formats", "headline", "render", "standfirst", "write_report"]
