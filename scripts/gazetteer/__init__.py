"""Builders of the gazetteer: registry packages and ``data/curated`` in, ``data/built`` out."""
