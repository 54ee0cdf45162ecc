"""Corrections: what a person changes after reading, kept as a log and applied anew to every analysis.

A stage only adds: applying returns new records, marked ``corrected``, and never edits those it was given. Targets are
words (hash of the text, span, quote), so a log survives a new reading of the same texts; what no longer fits is kept
in the log and reported as an issue of kind ``correction_lost``.
"""
