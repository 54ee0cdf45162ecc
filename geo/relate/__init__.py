"""Relate: mentions, dates, parties and triggers of a document to events; events to relations between states."""
