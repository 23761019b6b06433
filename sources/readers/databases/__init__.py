"""Exports of news databases, in whatever form they come."""
