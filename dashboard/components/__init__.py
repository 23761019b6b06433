"""Pieces of pages: pure functions from frames to Dash components."""
