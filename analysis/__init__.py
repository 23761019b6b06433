"""Frames in, frames out: sentences, voices, measures, stories, facts and profiles. Imports sources only."""
