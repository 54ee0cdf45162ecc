"""Recognise: a document in, mentions, dates, office chunks and triggers out, each with its exact span."""
